import type { ArmBody } from '../tenant';
import type { Overrides, Place } from './body';
import { merged, privateEndpointConnection, systemData, topId } from './body';
import { intend } from './intent';
import { publicAccess } from './machineLearning';

export interface DatabricksOptions {
  readonly network?: 'disabled' | 'open' | 'absent';
  /** Clusters with public addresses in a network that Databricks made. */
  readonly publicIp?: boolean;
}

const type = 'Microsoft.Databricks/workspaces';

const keyVaultProperties = { keyName: 'lake', keyVersion: '1', keyVaultUri: 'https://kv-lake.vault.azure.net/' };
const ownKey = { keySource: 'Microsoft.Keyvault', keyVaultProperties };

/** Microsoft.Databricks/workspaces; safe unless told otherwise. */
export function databricksWorkspace(
  place: Place,
  name: string,
  options: DatabricksOptions = {},
  over?: Overrides,
): ArmBody {
  const { network = 'disabled', publicIp = false } = options;
  const id = topId(place, type, name);
  const group = `/subscriptions/${place.subscriptionId}/resourceGroups/${place.group}`;
  const body = merged(
    {
      id,
      name,
      type,
      location: place.location ?? 'westeurope',
      sku: { name: 'premium' },
      tags: {},
      systemData: systemData(id),
      properties: {
        managedResourceGroupId: `${group}-managed`,
        parameters: {
          enableNoPublicIp: { type: 'Bool', value: !publicIp },
          prepareEncryption: { type: 'Bool', value: true },
          requireInfrastructureEncryption: { type: 'Bool', value: true },
          encryption: { type: 'Object', value: { keySource: 'Microsoft.Keyvault', KeyName: 'lake' } },
          customVirtualNetworkId: publicIp
            ? undefined
            : { type: 'String', value: `${group}/providers/Microsoft.Network/virtualNetworks/vnet-lake` },
        },
        encryption: { entities: { managedServices: ownKey, managedDisk: ownKey } },
        privateEndpointConnections:
          network === 'disabled' ? [privateEndpointConnection({ id, type }, 'databricks_ui_api')] : [],
        workspaceUrl: `adb-${name}.azuredatabricks.net`,
        provisioningState: 'Succeeded',
      },
    },
    { properties: { publicNetworkAccess: publicAccess(network) } },
  );
  return intend(merged(body, over), { kind: 'databricksWorkspace', network, publicIp });
}
