import type { AiAccount } from './ai';
import type { Identity } from './base';
import { oncePer } from './oncePer';
import type { Resource } from './resource';

/** A reference from an AI resource to something it uses: by ARM id, or by host name where Azure gives no id. */
export interface Use {
  readonly from: string;
  readonly targetId?: string;
  readonly targetHost?: string;
}

const byId = (from: string, ids: readonly (string | undefined)[]): Use[] =>
  ids.filter((id): id is string => Boolean(id)).map((targetId) => ({ from, targetId: targetId.toLowerCase() }));

const byHost = (from: string, hosts: readonly (string | undefined)[]): Use[] =>
  hosts
    .filter((host): host is string => Boolean(host))
    .map((targetHost) => ({ from, targetHost: targetHost.toLowerCase() }));

const hostOf = (uri: string | undefined): string | undefined => /^https?:\/\/([^/:?#]+)/i.exec(uri ?? '')?.[1];

const identitiesOf = ({ identity }: { readonly identity: Identity }): readonly string[] => identity.userAssignedIds;

/** The virtual network of a subnet; '' where the id is none of a subnet. */
const networkOf = (subnetId: string): string => /^(.+)\/subnets\/[^/]+$/i.exec(subnetId)?.[1] ?? '';

const networksOf = ({ networkInjections }: AiAccount): readonly string[] =>
  networkInjections.map(({ subnetId }) => networkOf(subnetId));

/**
 * What a resource uses, as the decisions on dependencies say: ARM ids in a workspace, `userOwnedStorage`, a connection's
 * `metadata.ResourceId`, the exact host of a connection or datastore, a customer-managed key's vault URI, user-assigned
 * identities, the network of an agent's subnet, the workspace of a diagnostic setting, the host of a data asset's own path.
 * Capability hosts name connections, which speak for themselves. Names alone prove nothing.
 */
export function usesOf(resource: Resource): readonly Use[] {
  const { id } = resource;
  switch (resource.kind) {
    case 'aiAccount':
      return [
        ...byId(id, [...resource.userOwnedStorage, ...identitiesOf(resource), ...networksOf(resource)]),
        ...byHost(id, [hostOf(resource.keyVaultUri)]),
      ];
    case 'mlWorkspace': {
      const { storageAccountId, keyVaultId, containerRegistryId, appInsightsId } = resource;
      return [
        ...byId(id, [storageAccountId, keyVaultId, containerRegistryId, appInsightsId, ...identitiesOf(resource)]),
        ...byHost(id, [hostOf(resource.keyVaultUri)]),
      ];
    }
    case 'connection':
      return resource.targetResourceId ? byId(id, [resource.targetResourceId]) : byHost(id, [resource.targetHost]);
    case 'datastore':
      return resource.accountName ? byHost(id, [`${resource.accountName}.blob.${resource.endpointSuffix}`]) : [];
    case 'dataAsset':
      return byHost(id, [resource.path, ...resource.referencedPaths].map(hostOf));
    default:
      return [...byId(id, namedBelow(resource)), ...byHost(id, opened(resource))];
  }
}

/** Hosts of AI that a readable key opens or a workload calls: whether they are inventoried, and take keys, decides how much it matters. */
function opened(resource: Resource): readonly string[] {
  const keys = (resource.exposedSecrets || []).flatMap(({ opens, opensHost = '' }) =>
    opens === 'ai' || opens === 'search' ? [opensHost] : [],
  );
  const signals = 'aiSignals' in resource ? resource.aiSignals : [];
  const called = signals.flatMap(({ signal, what }) => (signal === 'host' ? [what] : []));
  return [...new Set([...keys, ...called])];
}

/** Ids that what hangs below an account or workspace names. */
function namedBelow(resource: Resource): readonly string[] {
  switch (resource.kind) {
    case 'project':
      return identitiesOf(resource);
    case 'capabilityHost':
      return [networkOf(resource.customerSubnet)];
    case 'diagnosticSetting':
      return [resource.workspaceId];
    case 'networkInterface':
    case 'vmScaleSet':
      return [...new Set(resource.subnetIds.map(networkOf))];
    default:
      return [];
  }
}

/** Which resource answers at a host; '' for one that two resources claim, such as a regional endpoint: it belongs to neither. */
export const claimsOfHosts = oncePer((resources: readonly Resource[]): ReadonlyMap<string, string> => {
  const claims = new Map<string, string>();
  for (const resource of resources)
    for (const host of hostsOf(resource))
      claims.set(host, (claims.get(host) ?? resource.id) === resource.id ? resource.id : '');
  return claims;
});

/** Which resource answers at a host that is its own alone. */
export const ownersOfHosts = (resources: readonly Resource[]): ReadonlyMap<string, string> =>
  new Map([...claimsOfHosts(resources)].filter(([, id]) => id !== ''));

/** Hosts under which a dependency answers, lower-case: how `Use.targetHost` finds it. */
export function hostsOf(resource: Resource): readonly string[] {
  switch (resource.kind) {
    case 'aiAccount':
      return resource.hosts;
    case 'storageAccount':
      return resource.hosts;
    case 'keyVault':
      return byHost('', [hostOf(resource.vaultUri)]).map((use) => use.targetHost ?? '');
    case 'containerRegistry':
      return resource.loginServer ? [resource.loginServer.toLowerCase()] : [];
    case 'cosmosAccount':
      return byHost('', [hostOf(resource.documentEndpoint)]).map((use) => use.targetHost ?? '');
    case 'searchService':
      return ['windows.net', 'azure.us', 'azure.cn'].map((suffix) => `${resource.name.toLowerCase()}.search.${suffix}`);
    default:
      return [];
  }
}
