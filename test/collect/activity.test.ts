import type { Body } from '../../src/collect/collector';
import { HeldAzure, account, accountId, child, childOf, readAll, secrets, storage, subscription } from './reader';

const log = '/subscriptions/0f1e/providers/microsoft.insights/eventtypes/management/values';
const event = (more: Body = {}): Body => ({
  id: `${accountId}/deployments/Gpt/events/E/ticks/1`,
  operationName: { value: 'Microsoft.CognitiveServices/accounts/deployments/write' },
  status: { value: 'Succeeded' },
  resourceId: `${accountId}/deployments/Gpt`,
  caller: 'ann@contoso.com',
  correlationId: 'K-1',
  eventTimestamp: '2026-11-24T12:00:00.1234567Z',
  claims: { appid: 'APP', 'http://schemas.microsoft.com/identity/claims/objectidentifier': 'OID', name: 'plain' },
  properties: { requestbody: secrets },
  ...more,
});

/** The same Azure with a run before it. */
class Later extends HeldAzure {
  readonly since: string;
  constructor(rows: readonly Body[], since: string) {
    super({ [log]: rows });
    this.since = since;
  }
}

test('an entry keeps who, what, when and with which program, and nothing of the request', () => {
  const found = child('activityEvent', event(), subscription);
  expect(found).toMatchObject({
    resourceId: `${account.id}/deployments/gpt`,
    operation: 'Microsoft.CognitiveServices/accounts/deployments/write',
    caller: 'ann@contoso.com',
    callerType: 'user',
    callerIds: ['oid', 'app'],
    at: '2026-11-24T12:00:00.123Z',
    correlationId: 'k-1',
    client: 'app',
  });
  expect(JSON.stringify(found)).not.toContain('plain');
});

test('an empty entry is nobody', () => {
  const { id, operationName, status } = event();
  expect(child('activityEvent', { id, operationName, status }, subscription)).toMatchObject({
    resourceId: subscription.id,
    caller: '',
    callerType: 'azure',
    callerIds: [],
    at: '',
    correlationId: '',
    client: '',
  });
});

test.each([
  ['ann_fabrikam.com#EXT#@contoso.com', 'guest'],
  ['0f1e2d3c-1111-4111-8111-0123456789ab', 'application'],
  ['Microsoft.CognitiveServices', 'azure'],
])('the caller %s is told as %s', (caller, callerType) => {
  expect(child('activityEvent', event({ caller }), subscription).callerType).toBe(callerType);
});

test.each([
  ['what only began', { status: { value: 'Started' } }],
  ['what failed', { status: { value: 'Failed' } }],
  ['what only reads', { operationName: { value: 'Microsoft.CognitiveServices/accounts/listKeys/action' } }],
])('%s is passed over', (_, more) => {
  expect(childOf('activityEvent').convert(event(more), subscription)).toBeNull();
});

test('a first run asks nothing', async () => {
  const azure = new HeldAzure({ [log]: [event()] });
  expect(await readAll('activityEvent', azure, subscription)).toEqual([]);
  expect(azure.asked).toEqual([]);
});

test('later runs read from ten minutes before the last, the log of accounts once with the regenerated keys', async () => {
  const early = event({ eventTimestamp: '2026-11-24T05:49:00Z' });
  const azure = new Later([event(), early], '2026-11-24T06:00:00Z');
  const found = await readAll('activityEvent', azure, subscription);
  await readAll('keyRegeneration', azure, subscription);
  const asked = azure.asked.map((path) => decodeURIComponent(path));
  expect(asked.filter((path) => path.includes('CognitiveServices'))).toHaveLength(1);
  expect(asked.at(-1)).toContain("eventTimestamp ge '2026-11-24T05:50:00.000Z'");
  expect(asked.at(-1)).toContain("resourceProvider eq 'Microsoft.MachineLearningServices'");
  // The held Azure does not filter: the list of accounts is narrowed here, that of machine learning by Azure.
  expect(found).toHaveLength(3);
});

test('a surrounding resource is asked for alone, and never further back than the log keeps', async () => {
  const azure = new Later([event()], '2026-01-01T00:00:00Z');
  await readAll('activityEvent', azure, storage);
  expect(azure.asked.map((path) => decodeURIComponent(path))).toEqual([
    `/subscriptions/0f1e/providers/Microsoft.Insights/eventtypes/management/values?$filter=eventTimestamp ge '2026-08-27T06:00:00.000Z' and eventTimestamp le '2026-11-25T06:00:00.000Z' and resourceUri eq '${storage.id}' 2015-04-01`,
  ]);
});
