import { storage, storageId, storageRaw, perimeter, workspaceRaw } from './bodies';
import { absent, closed, fails, gap, notFalse, passes, row, spared, table, unsure, values } from './table';

const network = 'storage-network-default-deny';
const sharedKey = 'storage-shared-key-disabled';
const publicBlob = 'storage-public-blob-disallowed';
const https = 'storage-secure-transfer';
const tls = 'storage-min-tls12';
const crossTenant = 'storage-cross-tenant-replication-off';
const rotation = 'storage-key-rotation';
const recovery = 'storage-blob-versioning-soft-delete';

const labels = { ...passes(network, sharedKey, publicBlob, https, tls, crossTenant), ...spared(rotation) };
const base = { kind: 'storageAccount', body: storage, around: [workspaceRaw], labels } as const;
const ip = (...list: readonly string[]): unknown => list.map((value) => ({ value, action: 'Allow' }));
const on = { 'properties.publicNetworkAccess': 'Enabled' };
const keysOn = { 'properties.allowSharedKeyAccess': true };
const times = 'properties.keyCreationTime';
const young = '2026-11-01T00:00:00Z';

const accounts = table(
  'storage',
  base,
  values('properties.publicNetworkAccess', closed, {}),
  // Absent is Enabled by Azure's default, and the firewall of this body denies.
  values('properties.publicNetworkAccess', ['Enabled', 'enabled', absent, null], {}),
  values('properties.publicNetworkAccess', ['Restricted2027', false, {}], fails(network)),
  values('properties.networkAcls.defaultAction', ['Allow', 'allow', absent, null, 'Audit2027', true], fails(network), {
    also: on,
  }),
  values('properties.networkAcls', [absent, null, {}, []], fails(network), { also: on }),
  values(
    'properties.networkAcls.ipRules',
    [ip('0.0.0.0/0'), ip('11.0.0.0/8'), ip('0.0.0.0/1', '128.0.0.0/1')],
    fails(network),
    { also: on },
  ),
  values('properties.networkAcls.ipRules', [ip('51.120.8.0/24'), ip('11.0.0.0/9'), []], {}, { also: on }),
  values('properties.networkAcls.defaultAction', ['Allow'], {}),
  row(
    'a perimeter enforces',
    { 'properties.publicNetworkAccess': 'SecuredByPerimeter' },
    {},
    {
      around: [workspaceRaw, perimeter(storageId, 'Enforced')],
    },
  ),
  ...['Learning', 'Audit', ''].map((mode) =>
    row(
      `a perimeter in mode ${mode || 'empty'}`,
      { 'properties.publicNetworkAccess': 'SecuredByPerimeter' },
      fails(network),
      {
        around: [workspaceRaw, perimeter(storageId, mode)],
      },
    ),
  ),
  row('perimeter unread', { 'properties.publicNetworkAccess': 'SecuredByPerimeter' }, unsure(network), {
    gaps: [gap('perimeterAssociation', storageId)],
  }),
  values('properties.allowSharedKeyAccess', notFalse, fails(sharedKey)).map((one) => ({
    ...one,
    labels: { ...one.labels, ...passes(rotation) },
  })),
  values('properties.allowBlobPublicAccess', notFalse, fails(publicBlob)),
  values('properties.allowCrossTenantReplication', notFalse, fails(crossTenant)),
  values('properties.supportsHttpsTrafficOnly', [false], fails(https)),
  values('properties.supportsHttpsTrafficOnly', [true, absent, null], {}),
  values(
    'properties.minimumTlsVersion',
    ['TLS1_0', 'TLS1_1', 'tls1_1', absent, null, '', 'TLS9_9', 12, {}],
    fails(tls),
  ),
  values('properties.minimumTlsVersion', ['TLS1_2', 'tls1_2', 'TLS1_3'], {}),
  // Ninety days to the second are not older than ninety days.
  values(
    times,
    [{ key1: '2026-08-26T06:00:00Z', key2: young }],
    { ...fails(sharedKey), ...passes(rotation) },
    { also: keysOn },
  ),
  values(
    times,
    [
      { key1: '2026-08-26T05:59:59Z', key2: young },
      { key1: young, key2: '2026-08-26T05:59:59Z' },
      { key1: '2020-01-01T00:00:00Z', key2: '2020-01-01T00:00:00Z' },
      { key1: '2020-01-01T00:00:00Z' },
      { key1: null, key2: '2020-01-01T00:00:00Z' },
    ],
    fails(sharedKey, rotation),
    { also: keysOn },
  ),
  values(
    times,
    [absent, null, {}, { key1: young }, { key1: null, key2: null }, { key1: young, key2: 'soon' }],
    { ...fails(sharedKey), ...unsure(rotation) },
    { also: keysOn },
  ),
  row('a limit of 20 days', keysOn, fails(sharedKey, rotation), { policy: { maxKeyAgeDays: 20 } }),
);

const blobs = table(
  'blob service',
  {
    kind: 'blobService',
    under: storageId,
    body: {
      id: `${storageId}/blobServices/default`,
      name: 'default',
      properties: { isVersioningEnabled: true, deleteRetentionPolicy: { enabled: true, days: 14 } },
    },
    around: [storageRaw, workspaceRaw],
    labels: passes(recovery),
  },
  values('properties.isVersioningEnabled', [false, absent, null, 'true', 1], fails(recovery)),
  values(
    'properties.deleteRetentionPolicy',
    [absent, null, {}, { enabled: false }, { enabled: false, days: 30 }, { enabled: 'true', days: 30 }, { days: 30 }],
    fails(recovery),
  ),
  values(
    'properties.deleteRetentionPolicy',
    [
      { enabled: true, days: 1 },
      { enabled: true, days: 365 },
    ],
    {},
  ),
  values('properties', [absent, null, {}], fails(recovery)),
);

export const storageAccounts = [...accounts, ...blobs];
