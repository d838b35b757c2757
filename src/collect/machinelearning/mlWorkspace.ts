import type { MlWorkspace } from '../../model/ml';
import { base, toIdentity } from '../base';
import { entries, idAt, isTrue, part, text, word } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { publicNetworkAccess, toConnections } from '../network';
import { resourcesQuery } from '../queries';
import { hostAt } from '../url';

/** A key identifier is proof; `encryption.status` Disabled takes it back. The vault is the host of the identifier. */
function toEncryption(properties: Body): Pick<MlWorkspace, 'customerManagedKey' | 'keyVaultUri'> {
  const key = part(properties, 'encryption', 'keyVaultProperties');
  const vault = hostAt(key, 'keyIdentifier');
  const disabled = text(properties, 'encryption', 'status').toLowerCase() === 'disabled';
  return {
    customerManagedKey: text(key, 'keyIdentifier') !== '' && !disabled,
    ...(vault ? { keyVaultUri: `https://${vault}` } : {}),
  };
}

const toDependencies = (
  properties: Body,
): Pick<MlWorkspace, 'hubId' | 'storageAccountId' | 'keyVaultId' | 'containerRegistryId' | 'appInsightsId'> => ({
  hubId: idAt(properties, 'hubResourceId'),
  storageAccountId: idAt(properties, 'storageAccount'),
  keyVaultId: idAt(properties, 'keyVault'),
  containerRegistryId: idAt(properties, 'containerRegistry'),
  appInsightsId: idAt(properties, 'applicationInsights'),
});

/**
 * A workspace as the model holds it. Absent: `kind` Default, managed network Disabled, system datastores by AccessKey, booleans false
 * (reference of Microsoft.MachineLearningServices/workspaces, 2025-12-01); public access Enabled, as the decisions on rules say.
 */
export function toMlWorkspace(body: Body): MlWorkspace {
  const properties = part(body, 'properties');
  const modes = ['Disabled', 'AllowInternetOutbound', 'AllowOnlyApprovedOutbound'];
  return {
    ...base('mlWorkspace', body),
    workspaceKind: word(['Default', 'Hub', 'Project', 'FeatureStore'], 'Default', body, 'kind'),
    identity: toIdentity(body),
    publicNetworkAccess: publicNetworkAccess(properties, 'publicNetworkAccess'),
    allowPublicAccessWhenBehindVnet: isTrue(properties, 'allowPublicAccessWhenBehindVnet'),
    privateEndpointConnections: toConnections(properties),
    isolationMode: word(modes, 'Disabled', properties, 'managedNetwork', 'isolationMode'),
    outboundRules: entries(properties, 'managedNetwork', 'outboundRules').map(([name, rule]) => ({
      name,
      type: word(['FQDN', 'PrivateEndpoint', 'ServiceTag'], '', rule, 'type'),
    })),
    hbiWorkspace: isTrue(properties, 'hbiWorkspace'),
    v1LegacyMode: isTrue(properties, 'v1LegacyMode'),
    systemDatastoresAuthMode: word(
      ['AccessKey', 'Identity', 'UserDelegationSAS'],
      'AccessKey',
      properties,
      'systemDatastoresAuthMode',
    ),
    ...toEncryption(properties),
    ...toDependencies(properties),
    primaryUserAssignedIdentity: idAt(properties, 'primaryUserAssignedIdentity'),
    imageBuildCompute: text(properties, 'imageBuildCompute'),
  };
}

export default surveyCollector({
  kind: 'mlWorkspace',
  permissions: ['Microsoft.MachineLearningServices/workspaces/read'],
  query: resourcesQuery,
  types: ['microsoft.machinelearningservices/workspaces'],
  convert: (row) => ({ resource: toMlWorkspace(row) }),
});
