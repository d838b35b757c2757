import type { DatabricksWorkspace } from '../../model/platforms';
import { base } from '../base';
import { idAt, isTrue, part, text, word } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { publicNetworkAccess, toConnections } from '../network';
import { resourcesQuery } from '../queries';

const keySource = (value: unknown, ...path: readonly string[]): string =>
  word(['Default', 'Microsoft.Keyvault'], 'Default', value, ...path, 'keySource');

/**
 * A Databricks workspace. Absent: public network on, clusters with public addresses, Microsoft's keys (reference of
 * Microsoft.Databricks/workspaces, 2024-05-01); `computeMode` came later, so that absent is Hybrid.
 */
export function toDatabricksWorkspace(body: Body): DatabricksWorkspace {
  const properties = part(body, 'properties');
  const parameters = part(properties, 'parameters');
  const keys = part(properties, 'encryption', 'entities');
  return {
    ...base('databricksWorkspace', body),
    sku: text(body, 'sku', 'name'),
    computeMode: word(['Hybrid', 'Serverless'], 'Hybrid', properties, 'computeMode'),
    publicNetworkAccess: publicNetworkAccess(properties, 'publicNetworkAccess'),
    privateEndpointConnections: toConnections(properties),
    noPublicIp: isTrue(parameters, 'enableNoPublicIp', 'value'),
    customVirtualNetworkId: idAt(parameters, 'customVirtualNetworkId', 'value'),
    infrastructureEncryption: isTrue(parameters, 'requireInfrastructureEncryption', 'value'),
    managedServicesKeySource: keySource(keys, 'managedServices'),
    managedDiskKeySource: keySource(keys, 'managedDisk'),
    dbfsKeySource: keySource(parameters, 'encryption', 'value'),
  };
}

export default surveyCollector({
  kind: 'databricksWorkspace',
  permissions: ['Microsoft.Databricks/workspaces/read'],
  query: resourcesQuery,
  types: ['microsoft.databricks/workspaces'],
  convert: (row) => ({ resource: toDatabricksWorkspace(row) }),
});
