import type { Resource } from '../../model/resource';
import type { PrivateDnsZoneGroup } from '../../model/safeguards';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { idAt, parts } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';

/** The zones that a private endpoint keeps its records in; the last part of a zone's id is its name. */
export function toPrivateDnsZoneGroup(body: Body, endpoint?: Resource): PrivateDnsZoneGroup {
  const ids = parts(body, 'properties', 'privateDnsZoneConfigs').map((config) =>
    idAt(config, 'properties', 'privateDnsZoneId'),
  );
  const zones = ids.map((id) => id.slice(id.lastIndexOf('/') + 1)).filter(Boolean);
  return { ...base('privateDnsZoneGroup', body, endpoint), zones: [...new Set(zones)].sort() };
}

/** Groups of AI services; endpoints of other services have no rule on their zones. */
const judged = new Set(['account', 'amlworkspace', 'searchservice', 'bot', 'token']);

const applies = (endpoint: Resource): boolean =>
  endpoint.kind === 'privateEndpoint' &&
  endpoint.connections.some(({ groupIds }) => groupIds.some((group) => judged.has(group.toLowerCase())));

/** Costs one request for each private endpoint of an inventoried AI account, workspace, search service or bot. */
export default childCollector({
  kind: 'privateDnsZoneGroup',
  parents: ['privateEndpoint'],
  permissions: ['Microsoft.Network/privateEndpoints/privateDnsZoneGroups/read'],
  applies,
  read: (azure, endpoint) =>
    azure.list(
      `${endpoint.id}/privateDnsZoneGroups`,
      versionOf('microsoft.network/privateendpoints/privatednszonegroups'),
    ),
  convert: (body, parent) => ({ resource: toPrivateDnsZoneGroup(body, parent) }),
});
