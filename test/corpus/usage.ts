import type { Body } from '../../src/collect/collector';
import { account, accountAround, accountId, accountRaw, sub, subscriptionRaw } from './bodies';
import type { Raw } from './table';
import { absent, fails, gap, passes, row, spared, table, unsure, values } from './table';

const usage = 'aiservices-listkeys-usage';
const throttling = 'aiservices-throttling-rate';
const stale = 'deployment-stale-unused';
const block = 'aiservices-encryption-block-configured';

const caller = 'aaaaaaaa-0000-4000-8000-000000000009';
const listed = (more: Body = {}, target = accountId): Raw => ({
  kind: 'keyListing',
  under: sub,
  body: {
    id: `${target}/events/e9/ticks/9`,
    resourceId: target,
    operationName: { value: 'Microsoft.CognitiveServices/accounts/listKeys/action' },
    status: { value: 'Succeeded' },
    eventTimestamp: '2026-11-20T08:00:00.1234567Z',
    caller,
    claims: { appid: 'BBBBBBBB-0000-4000-8000-000000000001' },
    ...more,
  },
});
const expected = (...allowedKeyReaders: readonly string[]) => ({ policy: { allowedKeyReaders } });
const around = (...raws: readonly Raw[]): readonly Raw[] => [...accountAround, subscriptionRaw, ...raws];
const keysOn = { 'properties.disableLocalAuth': false };
const eva = { caller: 'eva_example.org#EXT#@contoso.example' };

const keys = table(
  'keys that were handed out',
  { kind: 'aiAccount', body: account, around: around(listed()), labels: spared(usage) },
  row('nobody said who may', keysOn, spared(usage)),
  row('to whom it may be', keysOn, passes(usage), expected(caller.toUpperCase())),
  row('by a program that may', keysOn, passes(usage), expected('bbbbbbbb-0000-4000-8000-000000000001')),
  row('to another', keysOn, fails(usage), expected('cccccccc-0000-4000-8000-000000000001')),
  row('of another account', keysOn, passes(usage), {
    ...expected('nobody'),
    around: around(listed({}, `${accountId}2`)),
  }),
  row('to Azure itself', keysOn, passes(usage), { ...expected('nobody'), around: around(listed({ caller: null })) }),
  row('to a guest', keysOn, fails(usage), { around: around(listed(eva)) }),
  row('nobody asked', keysOn, passes(usage), { ...expected('nobody'), around: around() }),
  row('the log was not read', keysOn, unsure(usage), { ...expected('nobody'), gaps: [gap('keyListing', sub)] }),
);

const encryption = table(
  'encryption block',
  { kind: 'aiAccount', body: account, around: accountAround, labels: passes(block) },
  values('properties.encryption', [absent, null], spared(block)),
  values('properties.encryption', [{}, { keySource: '' }, { keySource: null }], fails(block)),
  values('properties.encryption.keySource', ['Microsoft.CognitiveServices', 'microsoft.keyvault'], {}),
);

const dimensions = (deployment: string, status: string): readonly Body[] => [
  { name: { value: 'modeldeploymentname', localizedValue: 'modeldeploymentname' }, value: deployment },
  { name: { value: 'statuscode', localizedValue: 'statuscode' }, value: status },
];
const series = (deployment: string, status: string, ...totals: readonly unknown[]): Body => ({
  metadatavalues: dimensions(deployment, status),
  data: totals.map((total, at) => ({ timeStamp: `2026-11-0${at + 1}T00:00:00Z`, total })),
});
const metric = (timeseries: unknown, more: Body = {}): Raw => ({
  kind: 'modelRequests',
  under: accountId,
  body: {
    id: `${accountId}/providers/Microsoft.Insights/metrics`,
    timespan: '2026-10-25T06:00:00Z/2026-11-24T06:00:00Z',
    interval: 'P1D',
    value: [{ type: 'Microsoft.Insights/metrics', name: { value: 'AzureOpenAIRequests' }, timeseries, ...more }],
  },
});
const counted = (...some: readonly Body[]) => ({ around: [...accountAround, metric(some)] });

const rates = table(
  'calls that are refused',
  { kind: 'aiAccount', body: account, ...counted(series('chat', '200', 500, 490)), labels: passes(throttling) },
  row('ten in a thousand', {}, {}, counted(series('chat', '200', 990), series('chat', '429', 10))),
  row('eleven in a thousand', {}, fails(throttling), counted(series('chat', '200', 989), series('chat', '429', 11))),
  row('of two deployments', {}, fails(throttling), counted(series('a', '429', 1, 1), series('b', '200', 98))),
  row('other errors', {}, {}, counted(series('chat', '200', 1), series('chat', '500', 99))),
  row('days without a value', {}, {}, counted(series('chat', '200', null, absent, 7))),
  row('no calls', {}, spared(throttling), counted()),
  row('a series of nothing', {}, spared(throttling), { around: [...accountAround, metric([{ data: [] }])] }),
  row('an error of the metric', {}, unsure(throttling), {
    around: [...accountAround, metric([], { errorCode: 'Throttled' })],
  }),
  row('without the metric', {}, unsure(throttling), {
    around: [...accountAround, { ...metric([]), body: { id: `${accountId}/providers/Microsoft.Insights/metrics` } }],
  }),
  row('metrics refused', {}, unsure(throttling), { around: accountAround, gaps: [gap('modelRequests', accountId)] }),
  values('kind', ['SpeechServices', 'ContentSafety'], spared(throttling), { around: accountAround }),
);

const calls = (...some: readonly Body[]) => ({ around: [accountRaw, metric(some)] });
const unused = table(
  'deployments that nobody calls',
  {
    kind: 'deployment',
    under: accountId,
    body: {
      id: `${accountId}/deployments/Chat`,
      name: 'Chat',
      sku: { name: 'GlobalStandard', capacity: 10 },
      systemData: { createdAt: '2026-01-10T08:00:00Z' },
      properties: { model: { format: 'OpenAI', name: 'gpt-4o', version: '2024-11-20' } },
    },
    ...calls(series('chat', '200', 0, 1)),
    labels: passes(stale),
  },
  row('refused calls are calls', {}, {}, calls(series('chat', '429', 5))),
  row('not called', {}, fails(stale), calls()),
  row('only its neighbour', {}, fails(stale), calls(series('chat-2', '200', 5))),
  row('zeros', {}, fails(stale), calls(series('chat', '200', 0, 0))),
  row('not called, made lately', { 'systemData.createdAt': '2026-11-01T00:00:00Z' }, spared(stale), calls()),
  row('not called, age unstated', { systemData: absent }, unsure(stale), calls()),
  row('not called, of another vendor', { 'properties.model.format': 'Mistral AI' }, spared(stale), calls()),
  values('sku.name', ['GlobalBatch', 'DataZoneBatch'], spared(stale)),
  row('an error of the metric', {}, unsure(stale), { around: [accountRaw, metric([], { errorCode: 'Throttled' })] }),
  row('metrics refused', {}, unsure(stale), { around: [accountRaw], gaps: [gap('modelRequests', accountId)] }),
  row('metrics answer nothing', {}, unsure(stale), { around: [accountRaw] }),
);

export const usages = [...keys, ...encryption, ...rates, ...unused];
