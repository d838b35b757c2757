import type { ArmBody } from '../tenant';
import type { Overrides, Place } from './body';
import { guid, merged, systemData, topId } from './body';

/** Microsoft.DocumentDB/databaseAccounts; safe unless told otherwise. */
export function cosmosAccount(place: Place, name: string, over?: Overrides): ArmBody {
  const id = topId(place, 'Microsoft.DocumentDB/databaseAccounts', name);
  const location = place.location ?? 'westeurope';
  return merged(
    {
      id,
      name,
      type: 'Microsoft.DocumentDB/databaseAccounts',
      kind: 'GlobalDocumentDB',
      location,
      tags: {},
      identity: { type: 'None' },
      systemData: systemData(id),
      properties: {
        provisioningState: 'Succeeded',
        documentEndpoint: `https://${name}.documents.azure.com:443/`,
        instanceId: guid(id),
        databaseAccountOfferType: 'Standard',
        publicNetworkAccess: 'Disabled',
        disableLocalAuth: true,
        disableKeyBasedMetadataWriteAccess: true,
        isVirtualNetworkFilterEnabled: false,
        virtualNetworkRules: [],
        ipRules: [],
        networkAclBypass: 'None',
        networkAclBypassResourceIds: [],
        keyVaultKeyUri: null,
        minimalTlsVersion: 'Tls12',
        consistencyPolicy: { defaultConsistencyLevel: 'Session', maxIntervalInSeconds: 5, maxStalenessPrefix: 100 },
        locations: [{ id: `${name}-${location}`, locationName: location, failoverPriority: 0, isZoneRedundant: false }],
        privateEndpointConnections: [],
        capabilities: [],
      },
    },
    over,
  );
}
