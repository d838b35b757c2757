import { childCollectors } from '../../src/collect';
import { NotFound, ReadFailed, ReadRefused } from '../../src/collect/failures';
import type { AzureReader, Body } from '../../src/collect/collector';
import { secondsOfDuration } from '../../src/collect/duration';
import { HeldAzure, account, accountId, child, childOf, readAll, subscription, survey, surveyOf } from './reader';

const log = '/subscriptions/0f1e/providers/microsoft.insights/eventtypes/management/values';
const event = (caller: string, at: string, more: Body = {}): Body => ({
  id: `${accountId}/events/${caller}/ticks/${at}`,
  operationName: { value: 'Microsoft.CognitiveServices/accounts/ListKeys/action' },
  status: { value: 'Succeeded' },
  resourceId: accountId,
  caller,
  eventTimestamp: at,
  claims: { appid: 'APP', name: 'plain' },
  ...more,
});

describe('listings of keys', () => {
  test('are told once for each caller, the newest', async () => {
    const rows = [
      event('Ann@contoso.com', '2026-11-03T00:00:00Z'),
      event('bob@contoso.com', '2026-11-02T00:00:00Z'),
      event('ann@contoso.com', '2026-11-20T00:00:00Z'),
      event('ann@contoso.com', '2026-11-24T00:00:00Z', { status: { value: 'Failed' } }),
      event('ann@contoso.com', '2026-11-24T00:00:00Z', { operationName: { value: 'x/accounts/write' } }),
    ];
    const found = await readAll('keyListing', new HeldAzure({ [log]: rows }), subscription);
    expect(found.map((one) => child('keyListing', one, subscription))).toMatchObject([
      { caller: 'ann@contoso.com', at: '2026-11-20T00:00:00.000Z', callerIds: ['app'], parentId: account.id },
      { caller: 'bob@contoso.com', id: `${account.id}/keylistings/bob%40contoso.com` },
    ]);
  });

  test('keep the id of their caller when it asks again, and no claims', () => {
    const [one, later] = ['2026-11-01T00:00:00Z', '2026-11-09T00:00:00Z'].map((at) =>
      child('keyListing', event('ann@contoso.com', at), subscription),
    );
    expect(later?.id).toBe(one?.id);
    expect(JSON.stringify(one)).not.toContain('plain');
  });
});

describe('requests of models', () => {
  const read = async (answer: Body) => {
    const azure = new HeldAzure({});
    azure.read = (path, version) => {
      azure.asked.push(`${path} ${version}`);
      return Promise.resolve(answer);
    };
    return { azure, rows: await readAll('modelRequests', azure, account) };
  };

  test('are asked once for thirty days, with as many series as the answer may hold', async () => {
    const { azure } = await read({});
    expect(azure.asked.map(decodeURIComponent)).toEqual([
      `${account.id}/providers/Microsoft.Insights/metrics?metricnames=AzureOpenAIRequests&timespan=2026-10-26T06:00:00.000Z/2026-11-25T06:00:00.000Z&interval=P1D&aggregation=Total&top=1000&$filter=ModelDeploymentName eq '*' and StatusCode eq '*' 2023-10-01`,
    ]);
  });

  const gapsOf = (body: Body) => childOf('modelRequests').convert({ id: accountId, ...body }, account)?.gaps;
  const metric = (more: Body) => ({ value: [{ name: { value: 'AzureOpenAIRequests' }, timeseries: [], ...more }] });

  test('are a doubt without the metric, with its error, and with too many series', () => {
    expect(gapsOf({})).toMatchObject([
      { scope: account.id, detail: 'Azure Monitor does not tell AzureOpenAIRequests' },
    ]);
    expect(gapsOf(metric({ errorCode: 'Throttled' }))).toMatchObject([
      { detail: expect.stringContaining('Throttled') as string },
    ]);
    expect(gapsOf(metric({ timeseries: Array(1000).fill({}) }))).toMatchObject([{ reason: 'notStated' }]);
    expect(gapsOf(metric({ errorCode: 'Success', timeseries: Array(999).fill({}) }))).toEqual([]);
  });

  test('are asked of accounts that hold models', () => {
    const { applies } = childOf('modelRequests');
    const of = (kind: string) => applies?.(survey('aiAccount', { id: accountId, kind }));
    expect(['OpenAI', 'AIServices', 'SpeechServices'].map(of)).toEqual([true, true, false]);
  });
});

describe('what only a preview tells', () => {
  const foundry = survey('aiAccount', {
    id: accountId,
    kind: 'AIServices',
    properties: { allowProjectManagement: true },
  });
  const failing = (error: Error): AzureReader => {
    const azure = new HeldAzure({});
    azure.list = async function* (): AsyncGenerator<Body> {
      await Promise.resolve();
      throw error;
    };
    return azure;
  };
  const read = async (azure: AzureReader, kind: 'guardrailEgress' | 'foundryCompute') => readAll(kind, azure, foundry);

  test.each(['guardrailEgress', 'foundryCompute'] as const)('%s is none where it is not served', async (kind) => {
    const detail = "400 NoRegisteredProviderFound: No registered resource provider found for location 'x'";
    expect(await read(failing(new ReadFailed('failed', detail)), kind)).toEqual([]);
    expect(await read(failing(new NotFound('InvalidResourceType', '404 InvalidResourceType: x')), kind)).toEqual([]);
  });

  test.each(['guardrailEgress', 'foundryCompute'] as const)('%s is unread where it is refused', async (kind) => {
    await expect(read(failing(new ReadRefused('a/read', '403 AuthorizationFailed: x')), kind)).rejects.toThrow('403');
    await expect(read(failing(new ReadFailed('failed', '500')), kind)).rejects.toThrow('500');
  });

  test('is asked of accounts that hold projects', () => {
    const asked = childCollectors
      .filter(({ kind }) => ['guardrailEgress', 'foundryCompute', 'toolLabel'].includes(kind))
      .map(({ applies }) => [applies?.(account), applies?.(foundry)]);
    expect(asked).toEqual(Array(3).fill([false, true]));
  });

  test('an egress policy hangs below its guardrail, and is none without the block', () => {
    const body = { id: `${accountId}/raiPolicies/Own`, properties: { egressPolicy: {} } };
    expect(child('guardrailEgress', body, account)).toMatchObject({
      id: `${account.id}/raipolicies/own/egresspolicy`,
      parentId: `${account.id}/raipolicies/own`,
      defaultAction: 'Deny',
      mode: 'Enforced',
      allowsEveryHost: false,
    });
    expect(childOf('guardrailEgress').convert({ ...body, properties: {} }, account)).toBeNull();
  });
});

test('of DNS aliases only those to hosts of accounts are kept', () => {
  const { convert } = surveyOf('dnsAlias');
  const kept = (cname: string) => convert({ id: '/x/dnszones/z/cname/a', properties: { CNAMERecord: { cname } } });
  expect(kept('Chat.OpenAI.azure.com.')?.resource).toMatchObject({ targetHost: 'chat.openai.azure.com' });
  expect(['web.azurewebsites.net', 'norwayeast.api.cognitive.microsoft.com', 'openai.azure.com'].map(kept)).toEqual(
    Array(3).fill(null),
  );
});

test('durations of weeks, days and time are seconds, others nothing', () => {
  expect(['PT15M', 'PT900S', 'P1D', 'P1DT1H', 'PT0.5S', 'P1W'].map(secondsOfDuration)).toEqual([
    ...[900, 900, 86_400, 90_000, 0.5, 604_800],
  ]);
  expect(['', 'P', 'PT', 'P1M', '15', 'null'].map(secondsOfDuration)).toEqual(Array(6).fill(null));
});
