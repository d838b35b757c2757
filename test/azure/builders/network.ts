import type { ArmBody } from '../tenant';
import type { Overrides, Place } from './body';
import { merged, topId } from './body';

/** Microsoft.Network/privateEndpoints towards `target`; approved unless told otherwise. */
export function privateEndpoint(
  place: Place,
  target: ArmBody,
  groupId: string,
  status = 'Approved',
  over?: Overrides,
): ArmBody {
  const name = `pe-${target.name ?? ''}`;
  const id = topId(place, 'Microsoft.Network/privateEndpoints', name);
  const group = id.split('/providers/')[0] ?? '';
  const connection = {
    name,
    id: `${id}/privateLinkServiceConnections/${name}`,
    properties: {
      provisioningState: 'Succeeded',
      privateLinkServiceId: target.id,
      groupIds: [groupId],
      privateLinkServiceConnectionState: { status, description: '', actionsRequired: 'None' },
    },
    type: 'Microsoft.Network/privateEndpoints/privateLinkServiceConnections',
  };
  return merged(
    {
      id,
      name,
      type: 'Microsoft.Network/privateEndpoints',
      location: place.location ?? 'westeurope',
      properties: {
        provisioningState: 'Succeeded',
        privateLinkServiceConnections: [connection],
        manualPrivateLinkServiceConnections: [],
        subnet: { id: `${group}/providers/Microsoft.Network/virtualNetworks/vnet-ai/subnets/endpoints` },
        networkInterfaces: [],
        ipConfigurations: [],
        customDnsConfigs: [],
      },
    },
    over,
  );
}

/** Microsoft.Network/dnsZones/CNAME: `name` of `zone` leads to `host`. */
export function dnsAlias(place: Place, zone: string, name: string, host: string): ArmBody {
  const zoneId = topId(place, 'Microsoft.Network/dnsZones', zone);
  return {
    id: `${zoneId}/CNAME/${name}`,
    name,
    type: 'Microsoft.Network/dnsZones/CNAME',
    etag: '00000000-0000-0000-0000-000000000000',
    properties: {
      TTL: 3600,
      fqdn: `${name}.${zone}.`,
      CNAMERecord: { cname: host },
      targetResource: {},
      provisioningState: 'Succeeded',
    },
  };
}
