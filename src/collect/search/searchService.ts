import type { Network } from '../../model/resource';
import type { SearchService } from '../../model/surroundings';
import { base, toIdentity } from '../base';
import { at, idAt, isTrue, part, parts, text, texts, whole, word } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { bypassOf, ipRules, publicNetworkAccess, toConnections } from '../network';
import { resourcesQuery } from '../queries';
import { urlAt } from '../url';

/** Search has no default action: an IP rule closes the service to all others, no rule leaves it open (firewall page of Azure AI Search). */
function toSearchNetwork(properties: Body): Network {
  const rules = ipRules(part(properties, 'networkRuleSet'), 'ipRules');
  return {
    publicNetworkAccess: publicNetworkAccess(properties, 'publicNetworkAccess'),
    defaultAction: rules.length > 0 ? 'Deny' : 'Allow',
    bypass: bypassOf(text(properties, 'networkRuleSet', 'bypass')),
    ipRules: rules,
    virtualNetworkRules: [],
    privateEndpointConnections: toConnections(properties),
  };
}

/** The one key of `authOptions` that is there; `apiKeyOnly` is an empty object. */
const authOptionsOf = (properties: Body): string =>
  ['aadOrApiKey', 'apiKeyOnly'].find((option) => at(properties, 'authOptions', option) !== undefined) ?? '';

/**
 * A search service. Absent: `encryptionWithCmk.enforcement` Unspecified, one replica, `disableLocalAuth` false (reference of
 * Microsoft.Search/searchServices, 2025-05-01).
 */
export function toSearchService(body: Body): SearchService {
  const properties = part(body, 'properties');
  return {
    ...base('searchService', body),
    endpoint: urlAt(properties, 'endpoint'),
    sku: text(body, 'sku', 'name'),
    identity: toIdentity(body),
    network: toSearchNetwork(properties),
    localAuthDisabled: isTrue(properties, 'disableLocalAuth'),
    authOptions: authOptionsOf(properties),
    aadAuthFailureMode: text(properties, 'authOptions', 'aadOrApiKey', 'aadAuthFailureMode'),
    cmkEnforcement: word(
      ['Enabled', 'Disabled', 'Unspecified'],
      'Unspecified',
      properties,
      'encryptionWithCmk',
      'enforcement',
    ),
    cmkComplianceStatus: text(properties, 'encryptionWithCmk', 'encryptionComplianceStatus'),
    replicaCount: whole(properties, 'replicaCount') ?? 1,
    dataExfiltrationProtections: texts(properties, 'dataExfiltrationProtections'),
    sharedPrivateLinks: parts(properties, 'sharedPrivateLinkResources').map((link) => ({
      name: text(link, 'name'),
      status: text(link, 'properties', 'status'),
      resourceId: idAt(link, 'properties', 'privateLinkResourceId'),
    })),
  };
}

export default surveyCollector({
  kind: 'searchService',
  permissions: ['Microsoft.Search/searchServices/read'],
  query: resourcesQuery,
  types: ['microsoft.search/searchservices'],
  convert: (row) => ({ resource: toSearchService(row) }),
});
