import type { ArmBody } from '../tenant';
import type { Overrides, Place } from './body';
import type { FirewallChoice, Switch } from './intent';
import { childOf, merged, privateEndpointConnection, topId } from './body';
import { intend } from './intent';

export interface StorageOptions {
  readonly sharedKey?: Switch;
  readonly publicBlob?: Switch;
  readonly network?: FirewallChoice;
  /** Containers and their `publicAccess`. */
  readonly containers?: Readonly<Record<string, 'None' | 'Blob' | 'Container'>>;
}

const storageType = 'Microsoft.Storage/storageAccounts';

/** Firewall of a storage account, vault or the like for each choice; `absent` leaves it out, which is open. */
export function firewall(choice: FirewallChoice): Record<string, unknown> {
  const acls = (defaultAction: string): Record<string, unknown> => ({
    bypass: 'AzureServices',
    defaultAction,
    ipRules: [],
    virtualNetworkRules: [],
  });
  const choices: Record<FirewallChoice, Record<string, unknown>> = {
    disabled: { publicNetworkAccess: 'Disabled', networkAcls: acls('Deny') },
    denied: { publicNetworkAccess: 'Enabled', networkAcls: acls('Deny') },
    open: { publicNetworkAccess: 'Enabled', networkAcls: acls('Allow') },
    absent: { publicNetworkAccess: undefined, networkAcls: undefined },
  };
  return choices[choice];
}

/** `allow...` property of a switch. */
const allow = (choice: Switch): boolean | undefined => (choice === 'absent' ? undefined : choice === 'on');

const endpoints = (name: string): Record<string, string> => ({
  blob: `https://${name}.blob.core.windows.net/`,
  dfs: `https://${name}.dfs.core.windows.net/`,
  file: `https://${name}.file.core.windows.net/`,
  queue: `https://${name}.queue.core.windows.net/`,
  table: `https://${name}.table.core.windows.net/`,
});

const safeStorage = {
  sharedKey: 'off',
  publicBlob: 'off',
  network: 'disabled',
  containers: { data: 'None' },
} as const satisfies StorageOptions;

/** Microsoft.Storage/storageAccounts with its blob service and containers; safe unless told otherwise. The account comes first. */
export function storageAccount(
  place: Place,
  name: string,
  options: StorageOptions = {},
  over?: Overrides,
): [ArmBody, ...ArmBody[]] {
  const { sharedKey, publicBlob, network, containers } = { ...safeStorage, ...options };
  const id = topId(place, storageType, name);
  const body = merged(
    {
      id,
      name,
      type: storageType,
      kind: 'StorageV2',
      location: place.location ?? 'westeurope',
      sku: { name: 'Standard_ZRS', tier: 'Standard' },
      tags: {},
      properties: {
        minimumTlsVersion: 'TLS1_2',
        supportsHttpsTrafficOnly: true,
        allowCrossTenantReplication: false,
        isHnsEnabled: false,
        isSftpEnabled: false,
        isLocalUserEnabled: false,
        accessTier: 'Hot',
        provisioningState: 'Succeeded',
        creationTime: '2026-01-12T09:00:00.0000000Z',
        keyCreationTime: { key1: '2026-10-20T09:00:00.0000000Z', key2: '2026-10-20T09:00:00.0000000Z' },
        primaryEndpoints: endpoints(name),
        primaryLocation: place.location ?? 'westeurope',
        statusOfPrimary: 'available',
        encryption: {
          keySource: 'Microsoft.Storage',
          requireInfrastructureEncryption: true,
          services: { blob: { enabled: true, keyType: 'Account' }, file: { enabled: true, keyType: 'Account' } },
        },
        privateEndpointConnections: network === 'disabled' ? [storagePrivateEndpoint(id)] : [],
      },
    },
    {
      properties: {
        ...firewall(network),
        allowSharedKeyAccess: allow(sharedKey),
        allowBlobPublicAccess: allow(publicBlob),
      },
    },
  );
  const account = intend(merged(body, over), { kind: 'storageAccount', sharedKey, publicBlob, network });
  return [account, ...blobService(account, containers)];
}

function storagePrivateEndpoint(id: string): ArmBody {
  return merged(privateEndpointConnection({ id, type: storageType }, 'blob'), {
    properties: {
      groupIds: undefined,
      privateLinkServiceConnectionState: { actionsRequired: undefined, actionRequired: 'None' },
    },
  });
}

/** storageAccounts/blobServices/default and its containers. */
export function blobService(
  account: ArmBody,
  containers: Readonly<Record<string, string>>,
  over?: Overrides,
): ArmBody[] {
  const service = childOf(account, 'blobServices', 'default');
  const properties = {
    isVersioningEnabled: true,
    deleteRetentionPolicy: { enabled: true, days: 14, allowPermanentDelete: false },
    containerDeleteRetentionPolicy: { enabled: true, days: 14 },
    changeFeed: { enabled: true, retentionInDays: 30 },
    restorePolicy: { enabled: false },
    cors: { corsRules: [] },
  };
  const list = Object.entries(containers).map(([name, publicAccess]) => {
    const child = childOf(service, 'containers', name);
    const state = {
      leaseStatus: 'Unlocked',
      leaseState: 'Available',
      defaultEncryptionScope: '$account-encryption-key',
      denyEncryptionScopeOverride: false,
    };
    return {
      ...child,
      etag: '"0x8DCE1"',
      properties: {
        publicAccess,
        hasImmutabilityPolicy: false,
        hasLegalHold: false,
        lastModifiedTime: '2026-09-01T10:00:00.0000000Z',
        ...state,
      },
    };
  });
  return [merged({ ...service, sku: { name: 'Standard_ZRS', tier: 'Standard' }, properties }, over), ...list];
}
