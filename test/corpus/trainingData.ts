import type { Body } from '../../src/collect/collector';
import { accountId, accountRaw, workspaceId, workspaceRaw } from './bodies';
import type { Raw } from './table';
import { absent, fails, passes, row, spared, table, unsure, values } from './table';

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

export const trainingData = [...assets, ...prints, ...files];
