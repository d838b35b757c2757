import type { TokenCredential } from '@azure/core-auth';
import { createHttpHeaders, createPipelineRequest, type HttpClient } from '@azure/core-rest-pipeline';
import { openAzure, type AzureOptions } from '../../src/collect/azure';
import type { AzureReader, Body } from '../../src/collect/collector';
import { NotARead, NotFound, ReadFailed, ReadRefused } from '../../src/collect/failures';
import { loopbackHttpClient } from '../../src/collect/loopback';
import { assertRead } from '../../src/collect/readOnly';
import { startScripted, type Reply, type Script, type ScriptedAzure } from './scriptedAzure';
import { VirtualClock } from './virtualClock';

const sub = '11111111-1111-4111-8111-111111111111';
const account = `/subscriptions/${sub}/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/a`;
const workspace = `/subscriptions/${sub}/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/w`;

let server: ScriptedAzure;
afterEach(() => server.close());

/** Tokens t1, t2, ... each good for an hour of the virtual clock. */
function credentialOn(clock: VirtualClock): TokenCredential & { given: number } {
  return {
    given: 0,
    getToken() {
      this.given += 1;
      return Promise.resolve({ token: `t${this.given}`, expiresOnTimestamp: clock.now() + 3_600_000 });
    },
  };
}

async function open(script: Script, more: Partial<AzureOptions> = {}) {
  server = await startScripted(script);
  const clock = new VirtualClock();
  const credential = credentialOn(clock);
  const azure = openAzure({
    credential,
    clock,
    armEndpoint: server.origin,
    graphEndpoint: server.origin,
    scopesOfTokens: { arm: 'arm/.default', graph: 'graph/.default' },
    deadline: clock.now() + 3_600_000,
    ...more,
  });
  return { azure, clock, credential };
}

async function all(rows: AsyncGenerator<Body>): Promise<Body[]> {
  const found: Body[] = [];
  for await (const row of rows) found.push(row);
  return found;
}

/** Fails `times` times as `reply` says, then answers. */
const afterwards =
  (times: number, reply: Reply): Script =>
  (_, count) =>
    count <= times ? reply : { body: { id: account } };

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no failure',
    (error: unknown) => error,
  );

describe('reading ARM', () => {
  it('reads through the pipelines of the SDK clients, with token and api-version, over plain http on this machine', async () => {
    const { azure } = await open(() => ({ body: { id: 'x' } }));
    await azure.read(account, '2025-12-01');
    await azure.read(workspace, '2025-12-01');
    expect(server.arrived.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      [`${account}?api-version=2025-12-01`, 'Bearer t1'],
      [`${workspace}?api-version=2025-12-01`, 'Bearer t1'],
    ]);
    const agents = server.arrived.map(({ headers }) => /azsdk-js-arm-[a-z]+/.exec(headers['user-agent'] ?? '')?.[0]);
    expect(agents).toEqual(['azsdk-js-arm-cognitiveservices', 'azsdk-js-arm-machinelearning']);
  });

  it('follows nextLink as sent, in either scheme, and adds the api-version where it is missing', async () => {
    const link = (page: number) => `${server.origin.replace('http', page === 1 ? 'https' : 'http')}/next?p=${page}%2B`;
    const { azure } = await open(({ url }) => {
      if (url.startsWith('/next?p=1')) return { body: { value: [{ id: 2 }], nextLink: link(2) } };
      if (url.startsWith('/next?p=2')) return { body: { value: null, nextLink: '' } };
      return { body: { value: [{ id: 1 }], nextLink: link(1) } };
    });
    expect(await all(azure.list(`${account}/deployments?$top=1`, 'v1'))).toEqual([{ id: 1 }, { id: 2 }]);
    expect(server.arrived.map(({ url }) => url)).toEqual([
      `${account}/deployments?$top=1&api-version=v1`,
      '/next?p=1%2B&api-version=v1',
      '/next?p=2%2B&api-version=v1',
    ]);
  });

  it.each<[string, unknown]>([
    ['a link to another host', { value: [], nextLink: 'https://elsewhere.example/next' }],
    ['a link that is no address', { value: [], nextLink: 7 }],
    ['a value that is not a list', { value: { id: 1 } }],
    ['a row that is not an object', { value: [{ id: 1 }, 'x'] }],
  ])('refuses %s', async (_, body) => {
    const { azure } = await open(() => ({ body }));
    expect(await failure(all(azure.list(account, 'v1')))).toBeInstanceOf(ReadFailed);
    expect(server.arrived).toHaveLength(1);
  });

  it('refuses a cycle of pages and a list without end', async () => {
    const cycle = await open(({ url }) => ({ body: { value: [{ url }], nextLink: `${server.origin}${account}?p=1` } }));
    expect(await failure(all(cycle.azure.list(account, 'v1')))).toMatchObject({ detail: /already read/ });
    await server.close();
    const endless = await open(
      ({ url }) => ({
        body: { value: [], nextLink: `${server.origin}/p?n=${Number(/n=(\d+)/.exec(url)?.[1] ?? 0) + 1}` },
      }),
      { limits: { pages: 50 } },
    );
    expect(await failure(all(endless.azure.list(account, 'v1')))).toMatchObject({ detail: /more than 50 pages/ });
    expect(server.arrived).toHaveLength(50);
  });
});

describe('faults that pass', () => {
  const passing: [string, Reply][] = [
    ['500', { status: 500, body: { error: { code: 'InternalServerError' } } }],
    ['503 with HTML', { status: 503, body: '<html>busy</html>' }],
    ['408', { status: 408 }],
    ['a closed connection', { damage: 'reset' }],
    ['a body cut off', { damage: 'cut', body: { value: 'x'.repeat(4000) } }],
    ['half a document in a whole answer', { body: '{"id": "x", "prop' }],
    ['an HTML page with 200', { body: '<!doctype html><p>maintenance', headers: { 'content-type': 'text/html' } }],
    ['an HTML page with 404', { status: 404, body: '<html>not here</html>' }],
    ['an empty body', { body: '' }],
    ['an error with 200', { body: { error: { code: 'X', message: 'y' } } }],
  ];
  it.each(passing)('asks again after %s', async (_, reply) => {
    const { azure } = await open(afterwards(2, reply));
    expect(await azure.read(account, 'v1')).toEqual({ id: account });
    expect(azure.progress()).toMatchObject({ requests: 3, retries: 2 });
  });
  it.each(passing)('gives up after four times %s, with a reason', async (_, reply) => {
    const { azure } = await open(() => reply);
    const error = await failure(azure.read(account, 'v1'));
    expect(error).toBeInstanceOf(ReadFailed);
    expect(error).toMatchObject({ reason: 'failed', detail: /\S/ });
    expect(server.arrived).toHaveLength(4);
  });

  it('gives up a stalled answer, and says that it timed out', async () => {
    const { azure } = await open(() => ({ damage: 'stall' }), { limits: { attemptMs: 30 } });
    expect(await failure(azure.read(account, 'v1'))).toMatchObject({ reason: 'timedOut' });
    expect(server.arrived).toHaveLength(4);
  });

  it('refuses a body over the bound', async () => {
    const { azure } = await open(() => ({ body: { x: 'y'.repeat(5000) } }), { limits: { bodyBytes: 4096 } });
    expect(await failure(azure.read(account, 'v1'))).toMatchObject({ reason: 'failed', detail: /larger than/ });
  });
});

describe('throttling', () => {
  it.each<[string, Reply, number]>([
    ['seconds', { status: 429, headers: { 'retry-after': '17' } }, 17_000],
    ['a date', { status: 429, headers: { 'retry-after': 'Wed, 25 Nov 2026 06:00:42 GMT' } }, 42_000],
    ['nothing', { status: 429 }, 500],
    ['an absurd number', { status: 429, headers: { 'retry-after': '1000000000' } }, 120_000],
    ['a negative number', { status: 429, headers: { 'retry-after': '-30' } }, 500],
    [
      'a refusal that is a throttle',
      { status: 403, body: { error: { code: 'Forbidden', message: 'TooManyRequests: slow down' } } },
      500,
    ],
  ])('waits as told by %s', async (_, reply, wait) => {
    const { azure, clock } = await open(afterwards(1, reply));
    await azure.read(account, 'v1');
    expect(clock.slept).toEqual([wait]);
  });

  it('makes everybody of the subscription wait, and nobody else', async () => {
    const times = new Map<string, number>();
    const { azure, clock } = await open(({ url }, count) => {
      times.set(url, clock.now());
      return url.includes('first') && count === 1 ? { status: 429, headers: { 'retry-after': '60' } } : { body: {} };
    });
    const start = clock.now();
    const first = azure.read(`${account}/first`, 'v1');
    while (azure.progress().waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(azure.progress().waiting).toEqual([{ subscription: sub, seconds: 60 }]);
    await Promise.all([first, azure.read(`${account}/second`, 'v1')]);
    expect(times.get(`${account}/second?api-version=v1`)! - start).toBe(60_000);
    expect(azure.progress()).toEqual({ requests: 3, retries: 1, waiting: [] });
  });

  it('survives a storm in which nine of ten answers are 429', async () => {
    let n = 0;
    const clock = new VirtualClock();
    const { azure } = await open(() => ((n += 1) % 10 === 0 ? { body: { n } } : { status: 429 }), {
      ...{ clock, deadline: clock.now() + 24 * 3_600_000 },
      limits: { attempts: { throttled: 200, broken: 4, expired: 2 } },
    });
    const reads = Array.from({ length: 40 }, (_, i) => azure.read(`${account}/deployments/d${i}`, 'v1'));
    expect(await Promise.all(reads)).toHaveLength(40);
  });

  it('does not wait past the deadline', async () => {
    const clock = new VirtualClock();
    const { azure } = await open(() => ({ status: 429, headers: { 'retry-after': '60' } }), {
      clock,
      deadline: clock.now() + 30_000,
    });
    expect(await failure(azure.read(account, 'v1'))).toMatchObject({ reason: 'timedOut' });
    expect(await failure(azure.read(`${account}/x`, 'v1'))).toMatchObject({ reason: 'timedOut' });
    expect(server.arrived.length).toBeLessThanOrEqual(1);
  });

  it('starts nothing once the audit is called off', async () => {
    const { azure } = await open(() => ({}), { deadline: AbortSignal.abort() });
    expect(await failure(azure.read(account, 'v1'))).toMatchObject({ reason: 'timedOut' });
    expect(server.arrived).toHaveLength(0);
  });
});

describe('refusals', () => {
  const ended: [string, Reply, object][] = [
    [
      '403 with the action',
      {
        status: 403,
        body: { error: { message: "does not have authorization to perform action 'Microsoft.X/y/read' over" } },
      },
      { kind: 'forbidden', permission: 'Microsoft.X/y/read' },
    ],
    ['403 without', { status: 403, body: '' }, { kind: 'forbidden', permission: '' }],
    [
      '404',
      { status: 404, body: { error: { code: 'ResourceNotFound', message: 'gone' } } },
      { kind: 'notFound', code: 'ResourceNotFound', provesAbsence: true },
    ],
    [
      '404 of a hidden subscription',
      { status: 404, body: { error: { code: 'SubscriptionNotFound' } } },
      { kind: 'notFound', provesAbsence: false },
    ],
    [
      '400',
      { status: 400, body: { error: { code: 'Bad', message: 'no' } } },
      { reason: 'failed', detail: '400 Bad: no' },
    ],
    ['302', { status: 302, headers: { location: 'https://elsewhere.example' } }, { reason: 'failed' }],
  ];
  it.each(ended)('are final: %s', async (_, reply, expected) => {
    const { azure } = await open(() => reply);
    const error = await failure(azure.read(account, 'v1'));
    expect([ReadRefused, NotFound, ReadFailed].some((type) => error instanceof type)).toBe(true);
    expect(error).toMatchObject(expected);
    expect(server.arrived).toHaveLength(1);
  });

  it('a token refused in the middle of a list is fetched again once', async () => {
    const { azure, credential } = await open(({ url, headers }) => {
      if (!url.includes('p=2')) return { body: { value: [{ n: 1 }], nextLink: `${server.origin}${account}?p=2` } };
      return headers.authorization === 'Bearer t1' ? { status: 401 } : { body: { value: [{ n: 2 }] } };
    });
    expect(await all(azure.list(account, 'v1'))).toEqual([{ n: 1 }, { n: 2 }]);
    expect(credential.given).toBe(2);
  });

  it('a token refused twice is a failure', async () => {
    const { azure } = await open(() => ({ status: 401 }));
    expect(await failure(azure.read(account, 'v1'))).toMatchObject({ reason: 'failed', detail: /401/ });
    expect(server.arrived).toHaveLength(2);
  });

  it('no credential at all is said at once', async () => {
    const none = Object.assign(new Error('nobody is signed in'), { name: 'CredentialUnavailableError' });
    const { azure } = await open(() => ({}), { credential: { getToken: () => Promise.reject(none) } });
    expect(await failure(azure.read(account, 'v1'))).toMatchObject({ reason: 'failed', detail: /nobody is signed in/ });
  });
});

describe('Resource Graph', () => {
  const pageOf = (request: { body: string }): number =>
    Number((JSON.parse(request.body) as { options: Record<string, string> }).options['$skipToken'] ?? 1);

  it('reads pages until the token is absent, whatever resultTruncated says', async () => {
    const { azure } = await open((request) => {
      const page = pageOf(request);
      const token = page < 3 ? { $skipToken: String(page + 1) } : {};
      return { body: { data: [{ page }], resultTruncated: 'false', totalRecords: 3, ...token } };
    });
    expect(await all(azure.query('resources'))).toEqual([{ page: 1 }, { page: 2 }, { page: 3 }]);
    expect(JSON.parse(server.arrived[0]!.body)).toEqual({
      query: 'resources',
      options: { resultFormat: 'objectArray', $top: 1000, authorizationScopeFilter: 'AtScopeAboveAndBelow' },
    });
    expect(server.arrived[0]!.headers['user-agent']).toContain('azsdk-js-arm-resourcegraph');
  });

  it.each<[string, Reply]>([
    ['a cut result without a token', { body: { data: [{}], resultTruncated: 'true' } }],
    ['fewer rows than there are', { body: { data: [{}], totalRecords: 2 } }],
    [
      'more subscriptions than it looks at',
      { body: { data: [] }, headers: { 'x-ms-tenant-subscription-limit-hit': 'true' } },
    ],
    ['a token that leads back', { body: { data: [{}], $skipToken: 'same' } }],
    ['data that is no list', { body: { data: { rows: [] } } }],
  ])('does not take %s for the whole', async (_, reply) => {
    const { azure } = await open(() => reply);
    expect(await failure(all(azure.query('resources')))).toBeInstanceOf(ReadFailed);
  });

  it('narrows the query to the scopes, subscriptions and management groups apart', async () => {
    const { azure } = await open(() => ({ body: { data: [] } }), {
      scopes: [sub.toUpperCase(), 'mg-ai', '/providers/Microsoft.Management/managementGroups/mg-2', account],
    });
    await all(azure.query('resources'));
    expect(server.arrived.map(({ body }) => JSON.parse(body) as object)).toMatchObject([
      { subscriptions: [sub] },
      { managementGroups: ['mg-ai', 'mg-2'] },
    ]);
  });

  it('keeps within the quota of fifteen queries in five seconds', async () => {
    const times: number[] = [];
    const clock = new VirtualClock();
    const httpClient: HttpClient = {
      sendRequest: (request) => {
        times.push(clock.now());
        return Promise.resolve({ request, status: 200, headers: createHttpHeaders(), bodyAsText: '{"data":[]}' });
      },
    };
    const { azure } = await open(() => ({}), { clock, httpClient, deadline: clock.now() + 3_600_000 });
    await Promise.all(Array.from({ length: 40 }, (_, n) => all(azure.query(`q${n}`))));
    expect(times).toHaveLength(40);
    expect(times.filter((at, n) => n >= 15 && at - times[n - 15]! < 5_000)).toEqual([]);
  });
});

describe('the proof that nothing is written', () => {
  const url = (path: string) => `https://management.azure.com${path}`;

  it.each([
    ['POST', `${account}/listKeys`, '{}'],
    ['PUT', account, '{}'],
    ['DELETE', account, ''],
    ['PATCH', account, '{}'],
    ['POST', '/providers/Microsoft.ResourceGraph/resources/x', '{}'],
    ['PUT', '/providers/Microsoft.ResourceGraph/resources', '{}'],
    ['POST', '/v1.0/$batch', '{"requests":[{"method":"GET"},{"method":"POST"}]}'],
    ['POST', '/v1.0/$batch', '{}'],
    ['POST', '/v1.0/users', '{}'],
  ])('refuses %s %s', async (method, path, body) => {
    server = await startScripted(() => ({}));
    expect(() => assertRead(method, url(path), body)).toThrow(NotARead);
  });

  it.each([
    ['GET', account, ''],
    ['POST', '/providers/Microsoft.ResourceGraph/resources', '{}'],
    ['POST', '/v1.0/directoryObjects/getByIds', '{}'],
    ['POST', '/v1.0/$batch', '{"requests":[{"method":"GET"}]}'],
  ])('sends %s %s', async (method, path, body) => {
    server = await startScripted(() => ({}));
    expect(() => assertRead(method, url(path), body)).not.toThrow();
  });
});

describe('plain http on this machine', () => {
  const sent = async (configured: string, url: string): Promise<string> => {
    let seen = '';
    const client = loopbackHttpClient(configured, {
      sendRequest: (request) => {
        seen = request.url;
        return Promise.resolve({ request, status: 200, headers: request.headers });
      },
    });
    await client.sendRequest(createPipelineRequest({ url }));
    return seen;
  };

  it.each([
    ['http://127.0.0.1:4000', 'https://127.0.0.1:4000/x', 'http://127.0.0.1:4000/x'],
    ['http://localhost:4000/', 'https://localhost:4000/x?y=https://z', 'http://localhost:4000/x?y=https://z'],
    ['http://[::1]:4000', 'https://[::1]:4000/x', 'http://[::1]:4000/x'],
    ['https://127.0.0.1:4000', 'https://127.0.0.1:4000/x', 'https://127.0.0.1:4000/x'],
    ['http://127.0.0.1:4000', 'https://127.0.0.1:4001/x', 'https://127.0.0.1:4001/x'],
    ['http://127.0.0.1:4000', 'https://management.azure.com/x', 'https://management.azure.com/x'],
  ])('endpoint %s: %s goes out as %s', async (configured, url, expected) => {
    server = await startScripted(() => ({}));
    expect(await sent(configured, url)).toBe(expected);
  });

  it('is refused for any other host', async () => {
    server = await startScripted(() => ({}));
    const azure = (): AzureReader =>
      openAzure({
        credential: { getToken: () => Promise.resolve(null) },
        armEndpoint: 'http://management.example',
        graphEndpoint: 'https://graph.microsoft.com',
        scopesOfTokens: { arm: 'a', graph: 'g' },
        deadline: 0,
      });
    expect(azure).toThrow(/plain http is accepted for loopback hosts only/);
  });
});
