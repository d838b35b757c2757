import type { Body } from '../../src/collect/collector';
import type { Raw } from './table';
import { account, accountId, accountRaw } from './bodies';
import { absent, fails, gap, lay, passes, row, spared, table, unsure, values } from './table';

const retired = 'deployment-model-retired-or-near';
const preview = 'deployment-preview-model-in-prod';
const pinning = 'deployment-version-pinning';

const id = `${accountId}/deployments/chat`;
const model = { format: 'OpenAI', name: 'gpt-4o', version: '2024-11-20' };
const body: Body = {
  id,
  name: 'chat',
  location: 'norwayeast',
  tags: { env: 'prod' },
  sku: { name: 'DataZoneStandard', capacity: 10 },
  properties: { model, versionUpgradeOption: 'OnceCurrentVersionExpired', raiPolicyName: 'streng' },
};
/** What the location's catalogue says of the deployed model, under the id that the reader gives it. */
const entry = (more: Body = {}): Raw => ({
  kind: 'modelCatalogueEntry',
  under: id,
  body: {
    id: `${id}/models/gpt-4o.2024-11-20`,
    model: {
      ...model,
      lifecycleStatus: 'GenerallyAvailable',
      deprecation: { inference: '2028-01-01T00:00:00Z', deprecationStatus: 'Planned' },
      skus: [],
      ...more,
    },
  },
});
const listed = (more: Body): readonly Raw[] => [accountRaw, entry(more)];
const until = (inference: unknown): readonly Raw[] => listed({ deprecation: { inference } });
const pinned = { 'properties.versionUpgradeOption': 'NoAutoUpgrade' };

export const catalogueModels = table(
  'deployed model',
  {
    kind: 'deployment',
    under: accountId,
    body,
    around: listed({}),
    policy: { productionTag: 'env=prod' },
    labels: passes(retired, preview, pinning),
  },
  ...['Deprecating', 'Deprecated', 'Legacy', 'deprecating', 'LEGACY'].map((lifecycleStatus) =>
    row(`life ${lifecycleStatus}`, {}, fails(retired), { around: listed({ lifecycleStatus }) }),
  ),
  ...['Stable', 'GenerallyAvailable', 'generallyavailable'].map((lifecycleStatus) =>
    row(`life ${lifecycleStatus}`, {}, {}, { around: listed({ lifecycleStatus }) }),
  ),
  ...['Preview', 'preview', 'PREVIEW'].map((lifecycleStatus) =>
    row(`life ${lifecycleStatus}`, {}, fails(preview), { around: listed({ lifecycleStatus }) }),
  ),
  row('preview, not in production', { tags: {} }, spared(preview, pinning), {
    around: listed({ lifecycleStatus: 'Preview' }),
  }),
  row('no meaning of production', {}, spared(preview, pinning), {
    around: listed({ lifecycleStatus: 'Preview' }),
    policy: { productionTag: '' },
  }),
  // The run is at 06:00 of 24 November 2026; 90 days on is 22 February 2027.
  ...['2020-01-01T00:00:00Z', '2026-11-24T06:00:00Z', '2026-12-31T00:00:00Z', '2027-02-22T05:59:59Z'].map((date) =>
    row(`retires ${date}`, {}, fails(retired), { around: until(date) }),
  ),
  ...['2027-02-22T06:00:01Z', '2027-02-23T06:00:00Z', '2028-01-01'].map((date) =>
    row(`retires ${date}`, {}, {}, { around: until(date) }),
  ),
  ...[null, '', 'soon', {}].map((date) =>
    row(`retires ${JSON.stringify(date)}`, {}, unsure(retired), { around: until(date) }),
  ),
  row('the sku retires first', {}, fails(retired), {
    around: listed({ skus: [{ name: 'datazonestandard', deprecationDate: '2026-12-31T00:00:00Z' }] }),
  }),
  row(
    'another sku retires first',
    {},
    {},
    {
      around: listed({ skus: [{ name: 'Standard', deprecationDate: '2026-12-31T00:00:00Z' }] }),
    },
  ),
  // Pinned: 60 days on is 23 January 2027.
  ...(
    [
      ['2027-01-23T05:59:59Z', 'fail', 'fail'],
      ['2027-01-23T06:00:01Z', 'pass', 'fail'],
      ['2027-02-23T06:00:00Z', 'pass', 'pass'],
    ] as const
  ).map(([date, pin, near]) =>
    row(`pinned, retires ${date}`, pinned, { [pinning]: pin, [retired]: near }, { around: until(date) }),
  ),
  row('the model is not listed', {}, unsure(retired, preview), { around: [accountRaw] }),
  row('pinned, the model is not listed', pinned, unsure(retired, preview, pinning), { around: [accountRaw] }),
  row('the catalogue unread', {}, unsure(retired, preview), {
    around: [accountRaw],
    gaps: [gap('modelCatalogueEntry', id)],
  }),
  values(
    'properties.versionUpgradeOption',
    ['OnceNewDefaultVersionAvailable', 'oncenewdefaultversionavailable', absent, null, '', 'Weekly2027'],
    fails(pinning),
  ),
  values('properties.versionUpgradeOption', ['NoAutoUpgrade', 'noautoupgrade', 'oncecurrentversionexpired'], {}),
  row(
    'moves, not in production',
    { tags: {}, 'properties.versionUpgradeOption': 'OnceNewDefaultVersionAvailable' },
    spared(preview, pinning),
  ),
  row(
    'moves, an account in production',
    { tags: {}, 'properties.versionUpgradeOption': 'OnceNewDefaultVersionAvailable' },
    fails(pinning),
    {
      around: [{ kind: 'aiAccount', body: lay(account, { 'tags.env': 'prod' }) }, entry()],
    },
  ),
  row('the tag in another casing', { tags: { ENV: 'Prod' } }, {}),
);
