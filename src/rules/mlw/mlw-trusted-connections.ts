import { defineRule } from '../defineRule';
import { fail, notApplicable, pass, type Verdict, type View } from '../../model/rule';
import type { Connection } from '../../model/ai';
import { claimsOfHosts } from '../../model/edges';
import type { KindMap } from '../../model/resource';
import { keepsNoSecret, staysInAzure } from '../foundry/connectionAuth';
import { perimeterVerdict } from '../networkReach';
import { perimeterUnread } from '../unreadPerimeter';

const kinds = [
  'aiAccount',
  'searchService',
  'storageAccount',
  'keyVault',
  'containerRegistry',
  'cosmosAccount',
] as const;
type Target = (typeof kinds)[number];

/** What the connection leads to, by id or by the one resource that answers at its host. */
function targetOf({ targetResourceId, targetHost }: Connection, view: View<Target>) {
  const owners = kinds.flatMap((kind) => claimsOfHosts(view.all(kind)).get(targetHost) ?? []);
  const [id = ''] = targetResourceId ? [targetResourceId] : owners.length === 1 ? owners : [];
  return kinds.map((kind) => view.byId(kind, id)).find((one) => one !== undefined);
}

const perimeterOf = (target: KindMap[Target], view: View<'perimeterAssociation'>): Verdict =>
  target.kind === 'containerRegistry' || target.kind === 'cosmosAccount'
    ? perimeterUnread(target, view)
    : perimeterVerdict(target, view);

/** A secret is enough for a service that only private endpoints, or the members of an enforced perimeter, reach. */
function targetVerdict(target: KindMap[Target], authType: string, view: View<'perimeterAssociation'>): Verdict {
  const { publicNetworkAccess } = target.network;
  if (publicNetworkAccess === 'Disabled') return pass;
  if (publicNetworkAccess === 'SecuredByPerimeter') return perimeterOf(target, view);
  return fail(
    `authType is ${authType || 'not stated'} and publicNetworkAccess of the target is ${publicNetworkAccess}`,
  );
}

export default defineRule({
  id: 'mlw-trusted-connections',
  subject: 'connection',
  needs: [...kinds, 'perimeterAssociation'],
  title: 'Workspace reaches a public service with a stored secret',
  severity: 'medium',
  why: 'Neither the network nor an identity guards this path: the secret alone opens the service from anywhere. An identity, or a service that only private endpoints reach, is enough.',
  fix: {
    text: 'Make the connection anew with Entra ID, or turn the public network of the service off.',
    cli: 'az ml connection create -g RG -w WORKSPACE --file connection.yml',
    bicep: "properties: { category: 'AzureOpenAI', authType: 'AAD', target: endpoint }",
  },
  references: [
    'https://learn.microsoft.com/azure/machine-learning/how-to-connection',
    'https://learn.microsoft.com/azure/machine-learning/how-to-network-security-overview',
  ],
  controls: {
    mcsb: ['NS-2'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  check: (connection, view) => {
    const { owner, category, authType, targetScheme } = connection;
    if (owner !== 'workspace') return notApplicable(`a connection of a Foundry ${owner}`);
    if (targetScheme.toLowerCase() === 'http') return fail('target is a plain http address');
    if (!staysInAzure(connection)) return notApplicable(`category ${category} is no service of Azure`);
    if (keepsNoSecret(connection)) return pass;
    const target = targetOf(connection, view);
    if (!target) return view.doubt(connection, 'target', 'the service it leads to is not among what was read');
    return targetVerdict(target, authType, view);
  },
});
