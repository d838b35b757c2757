import { guid, tenantId } from './builders/body';
import type { Place } from './builders/body';
import { roleAssignment } from './builders/authorization';
import { apimApi, apimParts, apimService } from './builders/apiManagement';
import { botService } from './builders/botService';
import { databricksWorkspace } from './builders/databricks';
import { catalogueOf } from './builders/catalogue';
import { cosmosAccount } from './builders/documentDb';
import { directoryOf } from './people';
import { keyRegenerated } from './builders/insights';
import { mlRegistry } from './builders/machineLearning';
import { privateEndpoint } from './builders/network';
import { policyAssignment, policyExemption } from './builders/policy';
import { managementGroup, resourceGroup, subscription } from './builders/resources';
import { builtInRoles } from './builders/roleDefinitions';
import {
  budget,
  centralLogs,
  federatedIdentity,
  metricAlert,
  privateDnsZoneGroup,
  resourceLock,
  securityContact,
  vaultKey,
  vaultSecret,
} from './builders/safeguards';
import { searchService } from './builders/search';
import { alert, assessmentMetadata, attackPath, pricing, recommendations } from './builders/security';
import { storageAccount } from './builders/storage';
import { keyVault } from './builders/keyVault';
import { accountWithChildren, drawsFor, foundationFor, unusedStorage, workspaceWithChildren } from './landscape';
import type { Draw, Surroundings, WorkspacePlan } from './landscape';
import type { ArmBody, Estate } from './tenant';

export interface EstateOptions {
  readonly seed?: number;
  /** All subscriptions; with three or more the second and third share a display name and the last is Disabled and empty. */
  readonly subscriptions?: number;
  /** AI accounts over the whole tenant. */
  readonly accounts?: number;
  /** ML workspaces over the whole tenant: Default, Hub, Project of that hub, Default, and again. */
  readonly workspaces?: number;
}

const departments = [
  'claims',
  'freight',
  'customs',
  'hr',
  'finance',
  'fleet',
  'warehouse',
  'legal',
  'sales',
  'support',
] as const;
const workloads = ['assist', 'vision', 'router', 'summary', 'search', 'forecast', 'triage', 'speech'] as const;
const stages = ['prod', 'test', 'dev'] as const;
const locations = ['westeurope', 'swedencentral', 'germanywestcentral'] as const;

interface Home {
  readonly body: ArmBody;
  readonly place: Place;
  readonly around: Surroundings;
  readonly bodies: ArmBody[];
}

function homeOf(seed: number, at: number, chain: readonly ArmBody[]): Home {
  const department = departments[at % departments.length] ?? 'claims';
  const stage = stages[Math.floor(at / departments.length) % stages.length] ?? 'prod';
  const subscriptionId = guid(`${seed} subscription ${at}`);
  const place = {
    subscriptionId,
    group: `rg-${department}-${stage}`,
    location: locations[at % locations.length] ?? 'westeurope',
  };
  const displayName = at === 1 || at === 2 ? 'Freight Production' : `${department}-${stage}-${at}`;
  const around = surroundingsOf(seed, place, `${department}${at}`);
  const draw = drawsFor(seed, subscriptionId);
  const plans = draw(
    [[pricing(subscriptionId)], [pricing(subscriptionId)], [pricing(subscriptionId, 'AI', 'Free')], []],
    'plan',
  );
  const body = subscription(subscriptionId, displayName, { chain, tags: { stage } });
  const bodies = [
    resourceGroup(place, { stage }),
    ...catalogueOf(place),
    ...safeguardsOf(place, draw),
    ...around.bodies,
    ...plans,
    pricing(subscriptionId, 'CloudPosture', draw(['Standard', 'Free'], 'posture')),
  ];
  return { body, place, around: around.surroundings, bodies };
}

/** What guards a subscription beside its resources, good and bad by draw. */
function safeguardsOf(place: Place, draw: Draw): ArmBody[] {
  const scope = `/subscriptions/${place.subscriptionId}`;
  const risk = draw(['High', 'Critical', ''], 'risk');
  return [
    ...draw([[resourceLock(scope)], []], 'lock'),
    ...draw([[budget(scope)], [budget(scope, false)], []], 'budget'),
    securityContact(place.subscriptionId, risk),
    centralLogs(place.subscriptionId, draw([365, 90], 'retention')),
    ...federatedIdentity(place, draw(['repo:halden/ai:environment:prod', 'repo:halden/ai:pull_request'], 'subject')),
  ];
}

function surroundingsOf(
  seed: number,
  place: Place,
  name: string,
): { readonly surroundings: Surroundings; readonly bodies: ArmBody[] } {
  const draw = drawsFor(seed, `around ${name}`);
  const safety = ['off', 'on', 'absent'] as const;
  const [storage, ...blobs] = storageAccount(place, `stai${name}`, {
    sharedKey: draw(safety, 'key'),
    publicBlob: draw(safety, 'blob'),
    network: draw(['disabled', 'denied', 'open'], 'net'),
  });
  const vault = keyVault(place, `kv-ai-${name}`, draw(['disabled', 'open', 'absent'], 'vault'));
  const search = searchService(place, `srch-${name}`, {
    localAuth: draw(safety, 'search'),
    network: draw(['disabled', 'open', 'absent'], 'search net'),
  });
  const cosmos = cosmosAccount(place, `cosmos-${name}`);
  return {
    surroundings: { storage, vault, search, cosmos },
    bodies: [
      ...[storage, ...blobs, vault, search, cosmos, botService(place, `bot-${name}`)],
      vaultKey(vault, 'ai-cmk', draw([1_830_000_000, 0], 'key')),
      vaultSecret(vault, 'search-key', draw([1_830_000_000, 0], 'secret')),
    ],
  };
}

function accountsOf(seed: number, count: number, homes: readonly Home[]): ArmBody[] {
  return Array.from({ length: count }, (_, at) => {
    const home = homes[at % homes.length];
    const name = `${home?.place.group.slice(3) ?? ''}-${workloads[Math.floor(at / homes.length) % workloads.length] ?? ''}-${at}`;
    return home ? accountWithChildren(seed, home.place, name, home.around) : [];
  }).flat();
}

/** Four workspaces of one home: Default, Hub, Project of that hub, and a Default on storage of the next subscription. */
function roundOf(seed: number, round: number, home: Home, next: Home): ArmBody[][] {
  const name = (at: number): string => `mlw-${round * 4 + at}`;
  const made = (at: number, plan: WorkspacePlan): [ArmBody, ...ArmBody[]] =>
    workspaceWithChildren(seed, home.place, name(at), plan);
  const own = foundationFor(seed, home.place, name(0));
  const hubs = foundationFor(seed, home.place, name(1));
  const abroad = foundationFor(seed, home.place, name(3));
  const byHost = home.around.storage;
  const hub = made(1, { kind: 'Hub', foundation: hubs.foundation });
  const mixed = { ...abroad.foundation, storage: next.around.storage };
  return [
    [...own.bodies, ...made(0, { kind: 'Default', foundation: own.foundation, byHost })],
    [...hubs.bodies, ...hub],
    made(2, { kind: 'Project', foundation: hubs.foundation, hubId: hub[0].id }),
    [...abroad.bodies, ...made(3, { kind: 'Default', foundation: mixed, byHost })],
  ];
}

function workspacesOf(seed: number, count: number, homes: readonly Home[]): ArmBody[] {
  const rounds = Array.from({ length: Math.ceil(count / 4) }, (_, round) => {
    const home = homes[round % homes.length];
    const next = homes[(round + 1) % homes.length];
    return home && next ? roundOf(seed, round, home, next) : [];
  });
  return rounds.flat().slice(0, count).flat();
}

/** Assignments of one subscription: through groups, direct, a guest, a managed identity and one whose principal is gone. */
function accessOf(home: Home, graph: Estate['graph']): ArmBody[] {
  const scope = home.body.id;
  const id = (name: string): string =>
    [...graph.users, ...graph.groups, ...graph.servicePrincipals].find((one) => one.displayName === name)?.id ?? '';
  return [
    roleAssignment(scope, id('ai-platform'), 'Group', 'contributor'),
    roleAssignment(scope, id('Ines Duarte'), 'User', 'reader'),
    roleAssignment(`${scope}/resourceGroups/${home.place.group}`, id('Pavel Novak'), 'User', 'cognitiveServicesUser'),
    roleAssignment(home.around.storage.id, id('ai-deploy-pipeline'), 'ServicePrincipal', 'blobDataContributor'),
    roleAssignment(home.around.search.id, guid(`${scope} gone`), 'User', 'searchIndexDataReader'),
  ];
}

const isType =
  (type: string) =>
  (body: ArmBody): boolean =>
    body.type === type;

function securityOf(
  arm: readonly ArmBody[],
  initiative: ArmBody,
): { readonly bodies: ArmBody[]; readonly activity: ArmBody[] } {
  const accounts = arm.filter(isType('Microsoft.CognitiveServices/accounts'));
  const first = accounts.slice(0, 3);
  return {
    bodies: [
      ...first.flatMap((account) => [alert(account), attackPath(account)]),
      ...first.slice(1, 2).map((account) => policyExemption(account, initiative)),
    ],
    activity: first.map((account, at) => keyRegenerated(account, `2026-1${at % 2}-0${at + 1}T08:00:00Z`)),
  };
}

function managementGroupsOf(): [ArmBody, ArmBody, ArmBody] {
  const root = managementGroup(tenantId, 'Tenant Root Group');
  const company = managementGroup('mg-halden', 'Halden Logistics', [root]);
  return [root, company, managementGroup('mg-landing', 'Landing Zones', [company, root])];
}

function retired(seed: number, subscriptions: number, chain: readonly ArmBody[]): ArmBody[] {
  const id = guid(`${seed} subscription disabled`);
  return subscriptions >= 3 ? [subscription(id, 'retired-labs', { chain, state: 'Disabled' })] : [];
}

/** A gateway before a model, an MCP server and a Databricks workspace: all safe in one home, all weak in the next. */
function platformsOf({ place }: Home, at: number, safe: boolean): ArmBody[] {
  const gateway = apimService(place, `apim-${at}`, { identity: safe, open: !safe });
  const serviceUrl = `https://oai-gateway-${at}.openai.azure.com/openai`;
  return [
    gateway,
    ...apimParts(gateway, serviceUrl, safe),
    ...apimApi(gateway, 'chat', { serviceUrl }),
    ...apimApi(gateway, 'summary', { serviceUrl, auth: safe ? 'identity' : 'key', tokenLimit: safe }),
    ...apimApi(gateway, 'tools', { apiType: 'mcp', subscriptionRequired: safe }),
    databricksWorkspace(place, `dbw-${at}`, { network: safe ? 'disabled' : 'absent', publicIp: !safe }),
  ];
}

/** What the tenant has once: an unused storage account, an ML registry, a private endpoint with its zone, an alert. */
function oddsOf(homes: readonly Home[]): ArmBody[] {
  return homes.slice(0, 1).flatMap(({ place, around }) => {
    const endpoint = privateEndpoint(place, around.search, 'searchService');
    return [
      ...unusedStorage(place),
      mlRegistry(place, 'mlr-halden'),
      endpoint,
      privateDnsZoneGroup(endpoint, ['privatelink.search.windows.net']),
      metricAlert(place, 'search-latency', around.search),
    ];
  });
}

/** Everything that is not a resource of one team: security, policy, roles and who holds them. */
function governed(
  resources: ArmBody[],
  homes: readonly Home[],
  company: ArmBody,
): Pick<Estate, 'arm' | 'graph' | 'activity'> {
  const graph = directoryOf(resources.filter(isType('Microsoft.CognitiveServices/accounts')));
  const initiative = policyAssignment(company.id);
  const { bodies, activity } = securityOf(resources, initiative);
  const owners = graph.users.slice(0, 1).map(({ id }) => roleAssignment(company.id, id, 'User', 'owner'));
  const access = [
    ...builtInRoles(),
    ...Object.values(recommendations).map(assessmentMetadata),
    ...homes.flatMap((home) => accessOf(home, graph)),
    ...owners,
  ];
  return { arm: [...resources, ...bodies, initiative, ...access], graph, activity };
}

const usual = { seed: 1, subscriptions: 6, accounts: 24, workspaces: 8 };

/**
 * A tenant drawn from a seed: the same options give the same bytes. Good, bad and absent properties are mixed; dependencies are used by
 * id, by host, by `userOwnedStorage`, from another subscription, and one not at all.
 */
export function makeEstate(options: EstateOptions = {}): Estate {
  const { seed, subscriptions, accounts, workspaces } = { ...usual, ...options };
  const [root, company, landing] = managementGroupsOf();
  const chain = [landing, company, root];
  const disabled = retired(seed, subscriptions, chain);
  const homes = Array.from({ length: subscriptions - disabled.length }, (_, at) => homeOf(seed, at, chain));
  const resources = [
    ...homes.flatMap(({ bodies }) => bodies),
    ...accountsOf(seed, accounts, homes),
    ...workspacesOf(seed, workspaces, homes),
    ...oddsOf(homes),
    ...homes.flatMap((home, at) => (at % 4 === 0 ? platformsOf(home, at, at % 8 === 0) : [])),
  ];
  return {
    tenantId,
    subscriptions: [...homes.map(({ body }) => body), ...disabled],
    managementGroups: [root, company, landing],
    ...governed(resources, homes, company),
    changes: [],
  };
}

export { change } from './estateChange';
export type { Edit } from './estateChange';
export { demoEstate, demoDeniedSubscription } from './demoEstate';
export { truthOf } from './truth';
export type { Truth } from './truth';
