import type { ArmBody } from '../tenant';
import type { Overrides, Place } from './body';
import type { Switch } from './intent';
import { identityOf, mark, merged, privateEndpointConnection, systemData, tenantId, topId } from './body';
import { localAuthProperty } from './cognitiveServices';
import { intend } from './intent';
import { publicAccess } from './machineLearning';

export interface SearchOptions {
  readonly localAuth?: Switch;
  readonly network?: 'disabled' | 'open' | 'absent';
}

const searchType = 'Microsoft.Search/searchServices';

/** Search capitalises `publicNetworkAccess` as its description does not. */
const spoken = (id: string, value: string | undefined): string | undefined =>
  mark(id) % 2 === 0 ? value : value?.toLowerCase();

/** Microsoft.Search/searchServices; safe unless told otherwise. */
export function searchService(place: Place, name: string, options: SearchOptions = {}, over?: Overrides): ArmBody {
  const { localAuth = 'off', network = 'disabled' } = options;
  const id = topId(place, searchType, name);
  const body = merged(
    {
      id,
      name,
      type: searchType,
      location: place.location ?? 'West Europe',
      sku: { name: 'standard' },
      tags: {},
      identity: { ...identityOf(id, tenantId), type: 'SystemAssigned', userAssignedIdentities: undefined },
      systemData: systemData(id),
      properties: {
        replicaCount: 3,
        partitionCount: 1,
        endpoint: `https://${name}.search.windows.net`,
        hostingMode: 'Default',
        status: 'running',
        statusDetails: '',
        provisioningState: 'Succeeded',
        networkRuleSet: { ipRules: [], bypass: 'None' },
        encryptionWithCmk: { enforcement: 'Unspecified', encryptionComplianceStatus: 'Compliant' },
        authOptions: localAuth === 'off' ? null : { apiKeyOnly: {} },
        semanticSearch: 'disabled',
        dataExfiltrationProtections: [],
        privateEndpointConnections: network === 'disabled' ? [searchPrivateEndpoint(id)] : [],
        sharedPrivateLinkResources: [],
        eTag: `"0x${mark(id).toString(16)}"`,
      },
    },
    {
      properties: {
        publicNetworkAccess: spoken(id, publicAccess(network)),
        disableLocalAuth: localAuthProperty(localAuth),
      },
    },
  );
  return intend(merged(body, over), { kind: 'searchService', localAuth, network });
}

function searchPrivateEndpoint(id: string): ArmBody {
  const connection = privateEndpointConnection({ id, type: searchType }, 'searchService');
  return merged(connection, {
    properties: {
      groupIds: undefined,
      groupId: 'searchService',
      privateLinkServiceConnectionState: { actionsRequired: 'None' },
    },
  });
}
