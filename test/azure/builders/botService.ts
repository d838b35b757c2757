import type { ArmBody } from '../tenant';
import type { Overrides, Place } from './body';
import { guid, mark, merged, tenantId, topId } from './body';

/** Microsoft.BotService/botServices; safe unless told otherwise. */
export function botService(place: Place, name: string, over?: Overrides): ArmBody {
  const id = topId(place, 'Microsoft.BotService/botServices', name);
  return merged(
    {
      id,
      name,
      type: 'Microsoft.BotService/botServices',
      kind: 'azurebot',
      location: 'global',
      etag: `"${mark(id).toString(16)}"`,
      sku: { name: 'S1', tier: 'Standard' },
      tags: {},
      properties: {
        displayName: name,
        description: null,
        endpoint: `https://${name}.haldenlogistics.example/api/messages`,
        endpointVersion: '3.0',
        configuredChannels: ['webchat', 'msteams'],
        enabledChannels: ['webchat', 'msteams'],
        msaAppId: guid(`${id}:app`),
        msaAppType: 'UserAssignedMSI',
        msaAppTenantId: tenantId,
        publicNetworkAccess: 'Disabled',
        disableLocalAuth: true,
        isCmekEnabled: false,
        isStreamingSupported: false,
        luisAppIds: [],
        luisKey: null,
        developerAppInsightKey: null,
        privateEndpointConnections: null,
        tenantId,
        provisioningState: 'Succeeded',
      },
    },
    over,
  );
}
