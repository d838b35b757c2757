import type { PrivateEndpoint } from '../../model/surroundings';
import { base } from '../base';
import { idAt, part, parts, text, texts } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { resourcesQuery } from '../queries';

const toConnection = (connection: Body): PrivateEndpoint['connections'][number] => ({
  targetId: idAt(connection, 'properties', 'privateLinkServiceId'),
  groupIds: texts(connection, 'properties', 'groupIds'),
  status: text(connection, 'properties', 'privateLinkServiceConnectionState', 'status'),
});

/** A private endpoint; connections that await approval by hand stand in a list of their own. */
export function toPrivateEndpoint(body: Body): PrivateEndpoint {
  const properties = part(body, 'properties');
  return {
    ...base('privateEndpoint', body),
    subnetId: idAt(properties, 'subnet', 'id'),
    connections: ['privateLinkServiceConnections', 'manualPrivateLinkServiceConnections']
      .flatMap((name) => parts(properties, name))
      .map(toConnection),
  };
}

export default surveyCollector({
  kind: 'privateEndpoint',
  permissions: ['Microsoft.Network/privateEndpoints/read'],
  query: resourcesQuery,
  types: ['microsoft.network/privateendpoints'],
  convert: (row) => ({ resource: toPrivateEndpoint(row) }),
});
