import type { Network } from '../../model/resource';
import type { CosmosAccount } from '../../model/surroundings';
import { base } from '../base';
import { isTrue, part, text } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { bypassOf, ipRules, publicNetworkAccess, toConnections, virtualNetworkRules } from '../network';
import { resourcesQuery } from '../queries';
import { urlAt } from '../url';

/** Api-versions before 2020-06-01 had one comma list, `ipRangeFilter`. */
const toIpRules = (properties: Body): readonly string[] => {
  const older = text(properties, 'ipRangeFilter').split(',');
  return [...ipRules(properties, 'ipRules', 'ipAddressOrRange'), ...older.map((range) => range.trim()).filter(Boolean)];
};

/** Cosmos DB has no default action: an IP rule or the virtual network filter closes it to all others (firewall page of Azure Cosmos DB). */
function toCosmosNetwork(properties: Body): Network {
  const rules = toIpRules(properties);
  const closed = rules.length > 0 || isTrue(properties, 'isVirtualNetworkFilterEnabled');
  return {
    publicNetworkAccess: publicNetworkAccess(properties, 'publicNetworkAccess'),
    defaultAction: closed ? 'Deny' : 'Allow',
    bypass: bypassOf(text(properties, 'networkAclBypass')),
    ipRules: rules,
    virtualNetworkRules: virtualNetworkRules(properties, 'virtualNetworkRules'),
    privateEndpointConnections: toConnections(properties),
  };
}

/** A Cosmos DB account; absent `disableLocalAuth` and `isVirtualNetworkFilterEnabled` = false. */
export function toCosmosAccount(body: Body): CosmosAccount {
  const properties = part(body, 'properties');
  return {
    ...base('cosmosAccount', body),
    network: toCosmosNetwork(properties),
    documentEndpoint: urlAt(properties, 'documentEndpoint'),
    localAuthDisabled: isTrue(properties, 'disableLocalAuth'),
    virtualNetworkFilterEnabled: isTrue(properties, 'isVirtualNetworkFilterEnabled'),
    customerManagedKey: text(properties, 'keyVaultKeyUri') !== '',
  };
}

export default surveyCollector({
  kind: 'cosmosAccount',
  permissions: ['Microsoft.DocumentDB/databaseAccounts/read'],
  query: resourcesQuery,
  types: ['microsoft.documentdb/databaseaccounts'],
  convert: (row) => ({ resource: toCosmosAccount(row) }),
});
