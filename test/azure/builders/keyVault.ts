import type { ArmBody } from '../tenant';
import type { Overrides, Place } from './body';
import type { FirewallChoice } from './intent';
import { mark, merged, systemData, tenantId, topId } from './body';
import { intend } from './intent';
import { firewall } from './storage';

/** Microsoft.KeyVault/vaults; safe unless told otherwise. */
export function keyVault(place: Place, name: string, network: FirewallChoice = 'disabled', over?: Overrides): ArmBody {
  const id = topId(place, 'Microsoft.KeyVault/vaults', name);
  const body = merged(
    {
      id,
      name,
      type: 'Microsoft.KeyVault/vaults',
      location: place.location ?? 'westeurope',
      tags: {},
      systemData: systemData(id),
      properties: {
        sku: { family: 'A', name: mark(id) % 3 === 0 ? 'Standard' : 'standard' },
        tenantId,
        vaultUri: `https://${name}.vault.azure.net/`,
        accessPolicies: [],
        enabledForDeployment: false,
        enableRbacAuthorization: true,
        enableSoftDelete: true,
        softDeleteRetentionInDays: 90,
        enablePurgeProtection: true,
        provisioningState: 'Succeeded',
      },
    },
    { properties: firewall(network) },
  );
  return intend(merged(body, over), { kind: 'keyVault', network });
}
