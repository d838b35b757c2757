import type { ApimService } from '../../model/platforms';
import { base, toIdentity } from '../base';
import { part, text, word } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { publicNetworkAccess, toConnections } from '../network';
import { resourcesQuery } from '../queries';

/**
 * An API Management service. Absent: `publicNetworkAccess` Enabled, `virtualNetworkType` None (reference of
 * Microsoft.ApiManagement/service, 2024-05-01). Host certificates and their passwords are left out.
 */
export function toApimService(body: Body): ApimService {
  const properties = part(body, 'properties');
  return {
    ...base('apimService', body),
    sku: text(body, 'sku', 'name'),
    identity: toIdentity(body),
    publicNetworkAccess: publicNetworkAccess(properties, 'publicNetworkAccess'),
    virtualNetworkType: word(['None', 'External', 'Internal'], 'None', properties, 'virtualNetworkType'),
    privateEndpointConnections: toConnections(properties),
  };
}

export default surveyCollector({
  kind: 'apimService',
  permissions: ['Microsoft.ApiManagement/service/read'],
  query: resourcesQuery,
  types: ['microsoft.apimanagement/service'],
  convert: (row) => ({ resource: toApimService(row) }),
});
