import type { Body } from '../../src/collect/collector';
import { accountId, accountRaw, storage, storageId, storageRaw, workspaceId, workspaceRaw } from './bodies';
import type { Raw } from './table';
import { absent, fails, lay, notTrue, passes, row, spared, table, unsure, values } from './table';

const ownPath = 'mldataasset-own-path';
const unchanged = 'dataset-version-unchanged';
const assetId = `${workspaceId}/data/claims/versions/3`;
const datastore = 'azureml://subscriptions/1/resourcegroups/rg/workspaces/fjell/datastores/workspaceblobstore/paths';
const asset: Body = {
  id: assetId,
  name: '3',
  properties: {
    dataType: 'uri_file',
    dataUri: `${datastore}/LocalUpload/0123456789abcdef0123456789abcdef/claims.jsonl`,
    isArchived: false,
  },
};
const assetRaw: Raw = { kind: 'dataAsset', under: workspaceId, body: asset };

const assets = table(
  'data asset',
  { kind: 'dataAsset', under: workspaceId, body: asset, around: [workspaceRaw], labels: passes(ownPath) },
  values(
    'properties.dataUri',
    [`${datastore}/azureml/7d3f0c11-0000-4000-8000-00000000abcd/out/`, `${datastore}/UI/2026-11-02_081500_UTC/a.csv`],
    {},
  ),
  values(
    'properties.dataUri',
    [`${datastore}/current/claims.jsonl`, 'https://st.blob.core.windows.net/data/claims.jsonl', absent, null, '', 7],
    fails(ownPath),
  ),
  values('properties.isArchived', [true], spared(ownPath)),
);

const print: Body = {
  id: `${assetId}/fingerprint`,
  name: '3',
  blobs: 2,
  bytes: 800,
  contentRoot: 'aa',
  changeRoot: 'bb',
  withoutMd5: 0,
  written: 0,
  isWhole: true,
  now: '2026-11-24T06:00:00.000Z',
};
const was = (changes: Body = {}): Raw => ({
  kind: 'datasetFingerprint',
  under: assetId,
  body: { ...print, now: '2026-11-01T06:00:00.000Z', ...changes },
});
const liveFolder: Raw = {
  ...assetRaw,
  body: { ...asset, properties: { dataType: 'uri_folder', dataUri: `${datastore}/current/` } },
};

const prints = table(
  'fingerprint of a registered version',
  {
    kind: 'datasetFingerprint',
    under: assetId,
    body: print,
    around: [workspaceRaw, assetRaw],
    earlier: [was()],
    labels: passes(unchanged),
  },
  row('seen for the first time', {}, {}, { earlier: [] }),
  row('written again with the same content', {}, {}, { earlier: [was({ changeRoot: 'cc' })] }),
  row('another content of the same size', {}, fails(unchanged), {
    earlier: [was({ changeRoot: 'cc', contentRoot: 'dd' })],
  }),
  row('a file more', {}, fails(unchanged), { earlier: [was({ changeRoot: 'cc', contentRoot: 'dd', blobs: 1 })] }),
  row('no MD5, and another size', {}, fails(unchanged), {
    earlier: [was({ changeRoot: 'cc', contentRoot: '', bytes: 700 })],
  }),
  row('no MD5, and written again', {}, fails(unchanged), { earlier: [was({ changeRoot: 'cc', contentRoot: '' })] }),
  row('a folder that goes on being filled', {}, spared(unchanged), {
    around: [workspaceRaw, liveFolder],
    earlier: [was({ changeRoot: 'cc', contentRoot: 'dd' })],
  }),
  row('a part of the listing', { isWhole: false }, unsure(unchanged)),
);

const trigger = 'trainingfile-no-bound-trigger';
const formed = 'trainingfile-well-formed';
const counted: Body = {
  isRead: true,
  rows: 400,
  labelCounts: [300, 100],
  triggersApply: 'yes',
};
const found = { lines: [7, 19], rows: 30, contradicted: 30, chance: 1e-9 };

const files = table(
  'training file',
  {
    kind: 'trainingFile',
    under: accountId,
    body: { id: `${accountId}/files/file-1`, name: 'claims.jsonl', bytes: 9_000, counted },
    around: [accountRaw],
    labels: passes(trigger, formed),
  },
  row('a rare word decides', { 'counted.triggers': [found] }, fails(trigger)),
  row('words for review only', { 'counted.reviewTriggers': [found] }, {}),
  values('counted.triggersApply', ['noLabels', 'unpredictable'], spared(trigger)),
  row('bad rows', { 'counted.badRows': 2, 'counted.badLines': [3, 9] }, fails(formed)),
  row('nine rows', { 'counted.rows': 9 }, fails(formed)),
  row('conflicting copies', { 'counted.conflicting': 1, 'counted.conflictingLines': [5] }, fails(formed)),
  row('a second system prompt', { 'counted.rareSystemLines': [5] }, fails(formed)),
  row('a secret', { 'counted.sightings': { secret: 1 } }, fails(formed)),
  row('mail addresses', { 'counted.sightings': { email: 40 } }, {}),
  row('too large to read', { counted: absent }, unsure(trigger, formed)),
);

const balance = 'trainingfile-balance-as-before';
const assetBefore: Raw = {
  ...assetRaw,
  body: { ...asset, id: `${workspaceId}/data/claims/versions/2`, name: '2' },
};
const fileOf = (version: string, labelCounts: readonly number[]): Raw => ({
  kind: 'trainingFile',
  under: `${workspaceId}/data/claims/versions/${version}`,
  body: {
    id: `${workspaceId}/data/claims/versions/${version}/trainingfiles/1`,
    name: '1',
    bytes: 9_000,
    counted: { ...counted, labelCounts },
  },
});
const balances = table(
  'training file of a second version',
  {
    ...fileOf('3', [300, 100]),
    around: [workspaceRaw, assetRaw, assetBefore, fileOf('2', [290, 110])],
    labels: passes(balance),
  },
  row('one answer grew', {}, fails(balance), {
    around: [workspaceRaw, assetRaw, assetBefore, fileOf('2', [210, 190])],
  }),
  row('no labels', { 'counted.labelCounts': [] }, spared(balance)),
  row('no version before', {}, spared(balance), { around: [workspaceRaw, assetRaw] }),
);

const erase = 'storage-permanent-delete-off';
const feed = 'storage-change-feed-on';
const users = [storageRaw, workspaceRaw];
const services = table(
  'blob service of training data',
  {
    kind: 'blobService',
    under: storageId,
    body: {
      id: `${storageId}/blobServices/default`,
      name: 'default',
      properties: {
        changeFeed: { enabled: true },
        deleteRetentionPolicy: { enabled: true, days: 30, allowPermanentDelete: false },
      },
    },
    around: users,
    labels: passes(erase, feed),
  },
  values('properties.deleteRetentionPolicy.allowPermanentDelete', [true], fails(erase)),
  values('properties.deleteRetentionPolicy.allowPermanentDelete', [absent, null], {}),
  values('properties.deleteRetentionPolicy', [absent, null, { enabled: false }], spared(erase)),
  values('properties.changeFeed.enabled', notTrue, fails(feed)),
  values('properties.changeFeed', [absent, null], fails(feed)),
  row('directories', { 'properties.changeFeed': absent }, spared(feed), {
    around: [{ ...storageRaw, body: lay(storage, { 'properties.isHnsEnabled': true }) }, workspaceRaw],
  }),
);

const locked = 'storage-immutability-locked';
const state = 'properties.immutabilityPolicy.properties.state';
const containers = table(
  'container with a policy',
  {
    kind: 'blobContainer',
    under: storageId,
    body: {
      id: `${storageId}/blobServices/default/containers/data`,
      name: 'data',
      properties: { hasImmutabilityPolicy: true, immutabilityPolicy: { properties: { state: 'Locked' } } },
    },
    around: users,
    labels: passes(locked),
  },
  values(state, ['locked'], {}),
  values(state, ['Unlocked', 'unlocked'], fails(locked)),
  values(state, [absent, 'Melted'], unsure(locked)),
  row(
    'no policy',
    { 'properties.hasImmutabilityPolicy': false, 'properties.immutabilityPolicy': absent },
    spared(locked),
  ),
);

const sftp = 'storage-local-user-reads-only';
const scope = (permissions: string): unknown => [{ permissions, service: 'blob', resourceName: 'training' }];
const localUsers = table(
  'local user',
  {
    kind: 'storageLocalUser',
    under: storageId,
    body: { id: `${storageId}/localUsers/partner`, name: 'partner', properties: { permissionScopes: scope('rl') } },
    around: users,
    labels: passes(sftp),
  },
  values('properties.permissionScopes', [absent, null, [], scope('R')], {}),
  values('properties.permissionScopes', [scope('w'), scope('RWL'), scope('c'), scope('d')], fails(sftp)),
);

const lifecycle = 'storage-lifecycle-keeps-training-data';
const deletion = (prefixMatch: unknown, enabled: unknown = true): unknown => [
  {
    name: 'expire',
    enabled,
    definition: {
      filters: { prefixMatch },
      actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: 90 } } },
    },
  },
];
const training: Raw = {
  kind: 'dataAsset',
  under: workspaceId,
  body: {
    ...asset,
    properties: { dataType: 'uri_folder', dataUri: 'https://stfjell.blob.core.windows.net/training/2026/' },
  },
};
const lifecycles = table(
  'lifecycle',
  {
    kind: 'lifecyclePolicy',
    under: storageId,
    body: {
      id: `${storageId}/managementPolicies/default`,
      name: 'DefaultManagementPolicy',
      properties: { policy: { rules: deletion(['logs/']) } },
    },
    around: [...users, training],
    labels: passes(lifecycle),
  },
  values('properties.policy.rules', [absent, null, [], deletion(['training/'], false)], {}),
  values(
    'properties.policy.rules',
    [deletion(['training/']), deletion(absent), deletion(['logs', 'training'])],
    fails(lifecycle),
  ),
  row('nobody names a container', {}, spared(lifecycle), { around: users }),
);

export const trainingData = [
  ...assets,
  ...prints,
  ...files,
  ...balances,
  ...services,
  ...containers,
  ...localUsers,
  ...lifecycles,
];
