import type { ArmBody } from '../tenant';
import type { Overrides, Place } from './body';
import type { Switch } from './intent';
import { merged, systemData, topId } from './body';
import { intend } from './intent';

/** Microsoft.ContainerRegistry/registries; safe unless told otherwise. */
export function containerRegistry(place: Place, name: string, adminUser: Switch = 'off', over?: Overrides): ArmBody {
  const id = topId(place, 'Microsoft.ContainerRegistry/registries', name);
  const body = merged(
    {
      id,
      name,
      type: 'Microsoft.ContainerRegistry/registries',
      location: place.location ?? 'westeurope',
      sku: { name: 'Premium', tier: 'Premium' },
      tags: {},
      systemData: systemData(id),
      properties: {
        loginServer: `${name}.azurecr.io`,
        creationDate: '2026-01-15T10:00:00.0000000Z',
        provisioningState: 'Succeeded',
        ...(adminUser === 'absent' ? {} : { adminUserEnabled: adminUser === 'on' }),
        anonymousPullEnabled: false,
        publicNetworkAccess: 'Disabled',
        networkRuleBypassOptions: 'AzureServices',
        networkRuleSet: { defaultAction: 'Deny', ipRules: [] },
        encryption: { status: 'disabled' },
        dataEndpointEnabled: false,
        dataEndpointHostNames: [],
        zoneRedundancy: 'Enabled',
        roleAssignmentMode: 'LegacyRegistryPermissions',
        privateEndpointConnections: [],
        policies: {
          quarantinePolicy: { status: 'disabled' },
          trustPolicy: { type: 'Notary', status: 'disabled' },
          exportPolicy: { status: 'disabled' },
          azureADAuthenticationAsArmPolicy: { status: 'enabled' },
          retentionPolicy: { days: 7, status: 'enabled', lastUpdatedTime: '2026-01-15T10:00:00.0000000+00:00' },
          softDeletePolicy: {
            retentionDays: 7,
            status: 'disabled',
            lastUpdatedTime: '2026-01-15T10:00:00.0000000+00:00',
          },
        },
      },
    },
    over,
  );
  return intend(body, { kind: 'containerRegistry', adminUser });
}
