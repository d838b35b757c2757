import { CognitiveServicesManagementClient } from '@azure/arm-cognitiveservices';
import { ResourceGraphClient } from '@azure/arm-resourcegraph';
import { ClientSecretCredential, DefaultAzureCredential, ManagedIdentityCredential } from '@azure/identity';
import { AuthenticationHandler, Client, RetryHandler, RetryHandlerOptions } from '@microsoft/microsoft-graph-client';
import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { TokenCredentialAuthenticationProvider } from '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js';
import type { Knobs } from './knobs';
import { loopbackFetch, loopbackHttpClient } from './loopback';
import { startAzure } from './server';
import type { SimulatedAzure } from './server';
import type { ArmBody, Estate } from './tenant';

const one = '00000000-0000-4000-8000-000000000001';
const two = '00000000-0000-4000-8000-000000000002';
const off = '00000000-0000-4000-8000-000000000003';
const accountId = (subscription: string, name: string): string =>
  `/subscriptions/${subscription}/resourceGroups/RG-${name}/providers/Microsoft.CognitiveServices/accounts/${name}`;
const workspaceId = `/subscriptions/${one}/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/w`;
const accountQuery =
  "resources\n| where type in~ ('Microsoft.CognitiveServices/accounts')\n| project id, name, type, kind, resourceGroup, access=properties.publicNetworkAccess\n| order by id asc";

function account(subscription: string, name: string): ArmBody {
  const properties = { publicNetworkAccess: 'Enabled' };
  const type = 'Microsoft.CognitiveServices/accounts';
  return {
    id: accountId(subscription, name),
    name,
    type,
    kind: 'OpenAI',
    location: 'West Europe',
    sku: { name: 'S0' },
    properties,
  };
}

const assignment = (scope: string, name: string): ArmBody => ({
  id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
  name,
  type: 'Microsoft.Authorization/roleAssignments',
  properties: { principalId: `p-${name}`, roleDefinitionId: 'r', scope },
});

const subscription = (id: string, state = 'Enabled'): ArmBody => ({
  id: `/subscriptions/${id}`,
  ...{ subscriptionId: id, displayName: 'Same name', state, tenantId: 'tenant' },
  properties: { managementGroupAncestorsChain: [{ name: 'Corp', displayName: 'Corp' }] },
});

function estate(): Estate {
  const many = Array.from({ length: 7 }, (_, at) => account(one, `a${at}`));
  const deployments = ['d1', 'd2', 'd3'].map((name) => ({
    id: `${accountId(one, 'a0')}/deployments/${name}`,
    ...{
      name,
      type: 'Microsoft.CognitiveServices/accounts/deployments',
      properties: { provisioningState: 'Succeeded' },
    },
  }));
  const corp = '/providers/Microsoft.Management/managementGroups/Corp';
  const setting = `${accountId(one, 'a0')}/providers/Microsoft.Insights/diagnosticSettings/all`;
  return {
    tenantId: '00000000-0000-4000-8000-0000000000ff',
    subscriptions: [subscription(one), subscription(two), subscription(off, 'Disabled')],
    managementGroups: [
      { id: corp, name: 'Corp', type: 'Microsoft.Management/managementGroups', properties: { displayName: 'Corp' } },
    ],
    arm: [
      ...many,
      account(two, 'b0'),
      account(off, 'c0'),
      ...deployments,
      {
        id: workspaceId,
        name: 'w',
        type: 'Microsoft.MachineLearningServices/workspaces',
        location: 'westeurope',
        properties: {},
      },
      { id: setting, name: 'all', type: 'Microsoft.Insights/diagnosticSettings', properties: { logs: [] } },
      assignment('', 'root'),
      assignment(corp, 'corp'),
      assignment(`/subscriptions/${one}`, 'sub'),
      assignment(accountId(one, 'a0'), 'account'),
    ],
    graph: {
      users: Array.from({ length: 5 }, (_, at) => ({ id: `u${at}`, displayName: `User ${at}`, userType: 'Member' })),
      groups: [
        { id: 'g1', displayName: 'Outer', members: ['u0', 'g2'] },
        { id: 'g2', displayName: 'Inner', members: ['u1', 'g1'] },
      ],
      servicePrincipals: [{ id: 's1', appId: 'app1', displayName: 'App', passwordCredentials: [] }],
      applications: [],
    },
    activity: [10, 20].map((day) => ({
      id: `event${day}`,
      eventTimestamp: `2026-11-${day}T10:00:00.0000000Z`,
      resourceId: accountId(one, 'a0').toUpperCase().replace('/SUBSCRIPTIONS/', '/subscriptions/'),
      operationName: { value: 'Microsoft.CognitiveServices/accounts/write' },
    })),
    changes: [{ id: 'c1', properties: { targetResourceId: accountId(two, 'b0'), changeType: 'Update' } }],
  };
}

let azure: SimulatedAzure;
let token: string;
const https = (): string => azure.origin.replace('http:', 'https:');
const httpClient = loopbackHttpClient();

async function start(knobs: Partial<Knobs> = {}): Promise<void> {
  azure = await startAzure({ estate: estate(), knobs: { argQuota: null, ...knobs } });
  Object.assign(process.env, azure.env);
  const scope = `${azure.origin}/.default`;
  token = (await new ManagedIdentityCredential().getToken(scope)).token;
}

afterEach(() => azure.close());

async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const target = path.startsWith('http') ? path : `${azure.origin}${path}`;
  return loopbackFetch(target, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } });
}

interface Listing {
  value: ArmBody[];
  nextLink?: string | null;
  error?: { code: string; message: string };
}

const read = async (path: string): Promise<Listing> => (await send(path)).json() as Promise<Listing>;
const v = 'api-version=2024-10-01';

async function all(path: string): Promise<ArmBody[]> {
  const rows: ArmBody[] = [];
  let next: string | null | undefined = path;
  while (next !== null && next !== undefined) {
    const answer: Listing = await read(next);
    rows.push(...answer.value);
    next = answer.nextLink;
  }
  return rows;
}

interface ArgAnswer {
  totalRecords: number;
  resultTruncated: string;
  $skipToken?: string;
  data: Record<string, unknown>[];
  error?: { code: string; details: { code: string; token?: string }[] };
}

async function ask(query: string, request: Record<string, unknown> = {}): Promise<ArgAnswer> {
  const path = '/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01';
  const init = { method: 'POST', body: JSON.stringify({ query, ...request }) };
  return (await send(path, init)).json() as Promise<ArgAnswer>;
}

describe('tokens', () => {
  test('the real DefaultAzureCredential works from the environment alone', async () => {
    await start();
    const given = await new DefaultAzureCredential().getToken('https://graph.microsoft.com/.default');
    const claims = JSON.parse(Buffer.from(given.token.split('.')[1] ?? '', 'base64url').toString()) as { tid: string };
    expect(claims.tid).toBe(azure.estate.tenantId);
  });

  test('the real ClientSecretCredential works against the Entra endpoints', async () => {
    await start();
    const {
      AZURE_TENANT_ID: tenant = '',
      AZURE_CLIENT_ID: client = '',
      AZURE_CLIENT_SECRET: secret = '',
    } = azure.clientEnv;
    const options = { authorityHost: https(), disableInstanceDiscovery: true, httpClient };
    token = (await new ClientSecretCredential(tenant, client, secret, options).getToken(`${https()}/.default`)).token;
    expect((await send(`/subscriptions?${v}`)).status).toBe(200);
    await expect(
      new ClientSecretCredential(tenant, client, 'wrong', options).getToken(`${https()}/.default`),
    ).rejects.toThrow(/AADSTS7000215/);
  });

  test('no token, a token for another audience and an expired one are refused', async () => {
    await start();
    expect((await fetch(`${azure.origin}/subscriptions?${v}`)).status).toBe(401);
    const good = token;
    token = (await new ManagedIdentityCredential().getToken('https://graph.microsoft.com/.default')).token;
    expect((await read(`/subscriptions?${v}`)).error?.code).toBe('InvalidAuthenticationTokenAudience');
    token = good;
    azure.expireTokensNow();
    expect((await read(`/subscriptions?${v}`)).error?.code).toBe('ExpiredAuthenticationToken');
  });

  test('a token whose life is over is refused', async () => {
    await start({ tokenLifetimeSeconds: 0 });
    expect((await send(`/subscriptions?${v}`)).status).toBe(401);
  });
});

describe('Resource Manager', () => {
  test('the real Cognitive Services client lists accounts and deployments over pages', async () => {
    await start({ pageSize: 2 });
    const client = new CognitiveServicesManagementClient(new DefaultAzureCredential(), one, {
      endpoint: https(),
      httpClient,
    });
    const names: (string | undefined)[] = [];
    for await (const found of client.accounts.list()) {
      names.push(found.name);
    }
    expect(names).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6']);
    const deployments = [];
    for await (const found of client.deployments.list('rg-A0', 'A0')) {
      deployments.push(found.name);
    }
    expect(deployments).toEqual(['d1', 'd2', 'd3']);
    expect(azure.requests.every((request) => request.method === 'GET' && !request.violation)).toBe(true);
  });

  test('a resource is found whatever the casing, and a missing one is named', async () => {
    await start();
    expect((await send(`${accountId(one, 'A0').toUpperCase()}?${v}`)).status).toBe(200);
    const missing = await send(`${accountId(one, 'zz')}?${v}`);
    expect(missing.status).toBe(404);
    const { error } = (await missing.json()) as Listing;
    expect(error).toMatchObject({
      code: 'ResourceNotFound',
      message: expect.stringContaining('/accounts/zz') as string,
    });
  });

  test.each([
    ['no children of an existing parent', `${accountId(one, 'a1')}/deployments`, 200],
    ['children of a missing parent', `${accountId(one, 'zz')}/deployments`, 404],
    ['an extension list', `${accountId(one, 'a0')}/providers/Microsoft.Insights/diagnosticSettings`, 200],
    ['below a singleton that has no body', `${accountId(one, 'a0')}/blobServices/default/containers`, 200],
    ['models of a location', `/subscriptions/${one}/providers/Microsoft.CognitiveServices/locations/x/models`, 200],
    ['an unknown subscription', '/subscriptions/00000000-0000-4000-8000-00000000dead/resourceGroups', 404],
    ['an unknown resource group', `/subscriptions/${one}/resourceGroups/none/providers/Microsoft.Web/sites`, 404],
  ])('%s', async (_, path, status) => {
    await start();
    expect((await send(`${path}?${v}`)).status).toBe(status);
  });

  test('lists page by every form of nextLink and lose nothing', async () => {
    await start({ pageSize: 1 });
    const links = new Set<string>();
    azure.on((response) => links.add(/%24skip[a-z]*|\$skip[a-z]*/i.exec(response.body)?.[0] ?? ''));
    expect(await all(`/subscriptions?${v}`)).toHaveLength(3);
    expect(await all(`/subscriptions/${one}/providers/Microsoft.CognitiveServices/accounts?${v}`)).toHaveLength(7);
    expect(await all(`/subscriptions/${one}/resourceGroups?${v}`)).toHaveLength(8);
    expect(await all(`${accountId(one, 'a0')}/deployments?${v}`)).toHaveLength(3);
    expect(links.size).toBeGreaterThan(2);
  });

  test('role assignments apply from above; atScope() leaves out those below', async () => {
    await start();
    const path = `/subscriptions/${one}/providers/Microsoft.Authorization/roleAssignments?${v}`;
    const names = async (filter: string): Promise<unknown[]> =>
      (await all(path + filter)).map((row) => row.name).sort();
    expect(await names('')).toEqual(['account', 'corp', 'root', 'sub']);
    expect(await names('&$filter=atScope()')).toEqual(['corp', 'root', 'sub']);
  });

  test('the Activity Log honours its filter and refuses one without a start', async () => {
    await start();
    const path = `/subscriptions/${one}/providers/Microsoft.Insights/eventtypes/management/values?${v}&$filter=`;
    const uri = ` and resourceUri eq '${accountId(one, 'a0')}'`;
    const ids = async (filter: string): Promise<string[]> =>
      (await all(path + encodeURIComponent(filter))).map((row) => row.id);
    expect(await ids(`eventTimestamp ge '2026-11-01T00:00:00Z'${uri}`)).toEqual(['event20', 'event10']);
    expect(
      await ids("eventTimestamp ge '2026-11-15T00:00:00Z' and resourceProvider eq 'Microsoft.CognitiveServices'"),
    ).toEqual(['event20']);
    expect(await ids("eventTimestamp ge '2026-11-01T00:00:00Z' and resourceGroupName eq 'other'")).toEqual([]);
    expect((await send(path + encodeURIComponent("resourceUri eq 'x'"))).status).toBe(400);
  });

  test('without an api-version there is no answer; a write is refused and written down', async () => {
    await start();
    expect((await read('/subscriptions')).error?.code).toBe('MissingApiVersionParameter');
    const keys = await send(`${accountId(one, 'a0')}/listKeys?${v}`, { method: 'POST' });
    expect(keys.status).toBe(405);
    expect(azure.requests.filter((request) => request.violation).map((request) => request.method)).toEqual(['POST']);
  });

  test('a denied subscription and a denied path name the missing action', async () => {
    await start({ denySubscriptions: new Set([two]), denyPaths: [/\/deployments/] });
    expect((await read(`/subscriptions?${v}`)).value).toHaveLength(3);
    expect((await read(`${accountId(two, 'b0')}?${v}`)).error?.code).toBe('AuthorizationFailed');
    const { error } = await read(`${accountId(one, 'a0')}/deployments?${v}`);
    expect(error?.message).toContain("'Microsoft.CognitiveServices/accounts/deployments/read'");
    expect(error?.message).toContain(`over scope '${accountId(one, 'a0')}'`);
  });

  test('what is added, removed or edited is seen at once', async () => {
    await start();
    azure.estate.arm.push(account(one, 'late'));
    expect((await send(`${accountId(one, 'late')}?${v}`)).status).toBe(200);
    azure.estate.arm[0]!['properties'] = { publicNetworkAccess: 'Disabled' };
    expect(
      (await ask(accountQuery)).data.map((row) => row['access']).filter((access) => access === 'Disabled'),
    ).toHaveLength(1);
    azure.estate.arm.pop();
    expect((await send(`${accountId(one, 'late')}?${v}`)).status).toBe(404);
  });
});

describe('Resource Graph', () => {
  test('the real client pages by skipToken while resultTruncated says false', async () => {
    await start();
    const client = new ResourceGraphClient(new DefaultAzureCredential(), { endpoint: https(), httpClient });
    const ids: string[] = [];
    let skipToken: string | undefined;
    do {
      const answer = await client.resources({
        query: accountQuery,
        options: { top: 3, ...(skipToken === undefined ? {} : { skipToken }) },
      });
      ids.push(...(answer.data as { id: string }[]).map((row) => row.id.toLowerCase()));
      expect(answer.resultTruncated).toBe('false');
      skipToken = answer.skipToken;
    } while (skipToken !== undefined);
    const visible = [...Array.from({ length: 7 }, (_, at) => accountId(one, `a${at}`)), accountId(two, 'b0')];
    expect(new Set(ids)).toEqual(new Set(visible.map((id) => id.toLowerCase())));
    expect(ids).toHaveLength(8);
  });

  test('rows have lower-case types and groups, their own aliases and no children', async () => {
    await start();
    const { data } = await ask(accountQuery, { subscriptions: [two] });
    expect(data).toEqual([
      {
        id: expect.stringMatching(new RegExp(accountId(two, 'b0'), 'i')) as string,
        ...{
          name: 'b0',
          type: 'microsoft.cognitiveservices/accounts',
          kind: 'OpenAI',
          resourceGroup: 'rg-b0',
          access: 'Enabled',
        },
      },
    ]);
    const hidden =
      "resources | where type in~ ('microsoft.cognitiveservices/accounts/deployments', 'microsoft.insights/diagnosticsettings') | project id | order by id asc";
    expect((await ask(hidden)).totalRecords).toBe(0);
  });

  test.each([
    ['summarize', 'resources | summarize count() by type'],
    ['extend', 'resources | extend a = name | project id, a | order by id asc'],
    ['no order', 'resources | project id, name'],
    ['an unknown table', 'resourcez | project id | order by id asc'],
    ['an unknown column', 'resources | project id, colour | order by id asc'],
    ['no id to order by', 'resources | project name | order by id asc'],
    ['a function', "resources | where tolower(type) == 'x' | project id | order by id asc"],
    ['a condition with and', "resources | where type =~ 'x' and name =~ 'y' | project id | order by id asc"],
    ['an open text', "resources | where type =~ 'x | project id | order by id asc"],
  ])('refuses %s as an invalid query', async (_, query) => {
    await start();
    const { error } = await ask(query);
    expect(error).toMatchObject({ code: 'BadRequest', details: [{ code: 'InvalidQuery' }, { code: 'ParserFailure' }] });
  });

  test('is silent about denied, hidden and disabled subscriptions', async () => {
    await start({ denySubscriptions: new Set([two]) });
    const names = (await ask(accountQuery)).data.map((row) => row['name']);
    expect(names).not.toContain('b0');
    expect(names).not.toContain('c0');
    expect((await ask(accountQuery, { subscriptions: [two] })).data).toEqual([]);
  });

  test('assignments above the subscriptions come only when asked for', async () => {
    await start();
    const query = 'authorizationresources | project id, name | order by id asc';
    const names = async (request: Record<string, unknown>): Promise<unknown[]> =>
      (await ask(query, request)).data.map((row) => row['name']).sort();
    expect(await names({})).toEqual(['account', 'sub']);
    expect(await names({ options: { authorizationScopeFilter: 'AtScopeAboveAndBelow' } })).toEqual([
      'account',
      'corp',
      'root',
      'sub',
    ]);
    expect(await names({ managementGroups: ['corp'] })).toEqual(['account', 'corp', 'sub']);
  });

  test('containers hold subscriptions, resource groups and management groups; changes follow their resource', async () => {
    await start();
    const { data } = await ask('resourcecontainers | project id, type, properties | order by id asc');
    const types = data.map((row) => row['type']);
    expect(new Set(types)).toEqual(
      new Set([
        'microsoft.resources/subscriptions',
        'microsoft.resources/subscriptions/resourcegroups',
        'microsoft.management/managementgroups',
      ]),
    );
    const changes = await ask(
      "resourcechanges | where properties.changeType =~ 'update' | project id, subscriptionId | order by id asc",
    );
    expect(changes.data).toEqual([{ id: 'c1', subscriptionId: two }]);
  });

  test('the sixteenth query in five seconds is throttled, with the quota in the headers', async () => {
    await start({ argQuota: { queries: 15, windowSeconds: 5, retryAfter: true } });
    const statuses: number[] = [];
    for (let at = 0; at < 16; at += 1) {
      const init = { method: 'POST', body: JSON.stringify({ query: accountQuery }) };
      const answer = await send('/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01', init);
      statuses.push(answer.status);
      if (answer.status === 429) {
        expect(answer.headers.get('x-ms-user-quota-remaining')).toBe('0');
        expect(answer.headers.get('x-ms-user-quota-resets-after')).toMatch(/^00:00:0[1-5]$/);
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      }
    }
    expect(statuses).toEqual([...Array<number>(15).fill(200), 429]);
  });
});

describe('Microsoft Graph', () => {
  class LoopbackHandler implements Middleware {
    async execute(context: Context): Promise<void> {
      context.response = await loopbackFetch(context.request as string, context.options);
    }
  }

  function graph(): Client {
    const provider = new TokenCredentialAuthenticationProvider(new DefaultAzureCredential(), {
      scopes: [`${azure.origin}/.default`],
    });
    const auth = new AuthenticationHandler(provider);
    const retry = new RetryHandler(new RetryHandlerOptions(0));
    auth.setNext(retry);
    retry.setNext(new LoopbackHandler());
    return Client.initWithMiddleware({ middleware: auth, baseUrl: https(), customHosts: new Set(['127.0.0.1']) });
  }

  test('the real client resolves ids of every type and misses those that are gone', async () => {
    await start();
    const body = { ids: ['u1', 's1', 'g1', 'gone'] };
    const { value } = (await graph().api('/directoryObjects/getByIds').post(body)) as {
      value: Record<string, unknown>[];
    };
    expect(value.map((object) => object['@odata.type'])).toEqual([
      '#microsoft.graph.user',
      '#microsoft.graph.group',
      '#microsoft.graph.servicePrincipal',
    ]);
    expect(value.some((object) => 'members' in object)).toBe(false);
  });

  test('a batch keeps its throttled parts inside the 200, and they succeed on retry', async () => {
    await start({ graphBatchThrottle: { rate: 1 } });
    const body = { requests: ['u0', 'nobody'].map((id) => ({ id, method: 'GET', url: `/users/${id}?$select=id` })) };
    const statuses = async (): Promise<number[]> => {
      const { responses } = (await graph().api('/$batch').post(body)) as { responses: { status: number }[] };
      return responses.map((response) => response.status);
    };
    expect(await statuses()).toEqual([429, 429]);
    expect(await statuses()).toEqual([200, 404]);
  });

  test('a write inside a batch is refused and written down', async () => {
    await start();
    const body = { requests: [{ id: '1', method: 'DELETE', url: '/users/u0' }] };
    const { responses } = (await graph().api('/$batch').post(body)) as { responses: { status: number }[] };
    expect(responses[0]?.status).toBe(405);
    expect(azure.requests.at(-1)?.violation).toBe(true);
  });

  test('members are found through nested groups and circles; lists page and select', async () => {
    await start({ pageSize: 2 });
    const members = (await graph().api('/groups/g1/transitiveMembers').get()) as { value: { id: string }[] };
    expect(members.value.map((object) => object.id).sort()).toEqual(['u0', 'u1']);
    const first = (await graph().api('/users').select('id').get()) as { value: unknown[]; '@odata.nextLink': string };
    expect(first.value).toEqual([{ id: 'u0' }, { id: 'u1' }]);
    const second = (await graph().api(first['@odata.nextLink']).get()) as { value: unknown[] };
    expect(second.value).toEqual([{ id: 'u2' }, { id: 'u3' }]);
    expect(await graph().api("/servicePrincipals(appId='app1')").get()).toMatchObject({ id: 's1' });
  });

  test('a refusal is worded as Graph words it', async () => {
    await start({ graphDenied: [/\/applications/] });
    await expect(graph().api('/applications').get()).rejects.toMatchObject({
      statusCode: 403,
      code: 'Authorization_RequestDenied',
    });
    expect(await graph().api('/users/u0').get()).toMatchObject({ displayName: 'User 0' });
  });
});

describe('faults', () => {
  const path = `${accountId(one, 'a0')}?${v}`;

  test.each(['seconds', 'date', 'absurd', 'none', 'negative'] as const)(
    'a throttle says %s and lets the retry through',
    async (retryAfter) => {
      await start({ throttle: { rate: 1, retryAfter } });
      const refused = await send(path);
      expect(refused.status).toBe(429);
      expect(refused.headers.get('retry-after') ?? '').toMatch(
        { seconds: /^1$/, date: /GMT$/, absurd: /^1000000000$/, none: /^$/, negative: /^-5$/ }[retryAfter],
      );
      expect((await send(path)).status).toBe(200);
    },
  );

  test('a fault marked always strikes again', async () => {
    await start({ fail5xx: { rate: 1, always: true, match: /accounts/ } });
    expect((await send(path)).status).toBeGreaterThanOrEqual(500);
    expect((await send(path)).status).toBeGreaterThanOrEqual(500);
    expect((await send(`/subscriptions?${v}`)).status).toBe(200);
  });

  test('resets, truncated bodies and HTML reach the client as such', async () => {
    await start({
      reset: { rate: 1, match: /a0/ },
      truncate: { rate: 1, match: /a[1-6]/ },
      htmlWith200: { rate: 1, match: /b0/ },
    });
    await expect(send(path)).rejects.toThrow();
    for (let at = 1; at <= 6; at += 1) {
      await expect(send(`${accountId(one, `a${at}`)}?${v}`).then((answer) => answer.json())).rejects.toThrow();
    }
    const html = await send(`${accountId(two, 'b0')}?${v}`);
    expect([html.status, html.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  test('the same seed brings the same faults', async () => {
    const run = async (seed: number): Promise<number[]> => {
      await start({ seed, throttle: { rate: 0.5, retryAfter: 'none' } });
      const paths = Array.from({ length: 7 }, (_, at) => `${accountId(one, `a${at}`)}?${v}`);
      const statuses = await Promise.all(paths.map(async (each) => (await send(each)).status));
      await azure.close();
      return statuses;
    };
    const first = await run(5);
    expect(await run(5)).toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 429]));
    await start();
  });
});

describe('Teams', () => {
  const post = (body: string, url = azure.webhookUrl): Promise<Response> =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

  test('a card is accepted, a large one is accepted and lost, a wrong signature is refused', async () => {
    await start();
    expect((await post('{"type":"message"}')).status).toBe(202);
    expect((await post(JSON.stringify({ text: 'x'.repeat(24_453) }))).status).toBe(202);
    expect(azure.cards.map((card) => card.body)).toEqual([{ type: 'message' }]);
    expect(azure.lostCards).toHaveLength(1);
    expect((await post('{}', azure.webhookUrl.replace(/sig=.*/, 'sig=no'))).status).toBe(401);
    expect(azure.requests.some((request) => azure.webhookUrl.endsWith(request.url))).toBe(false);
  });

  test('its troubles come in the number asked for', async () => {
    await start();
    Object.assign(azure.knobs.teams, {
      oversize: 'reject',
      throttleNext: 1,
      failNext: 1,
      resetNext: 1,
      retryAfterSeconds: 7,
    });
    await expect(post('{}')).rejects.toThrow();
    expect((await post('{}')).headers.get('retry-after')).toBe('7');
    expect((await post('{}')).status).toBe(503);
    expect((await post(JSON.stringify({ text: 'x'.repeat(24_453) }))).status).toBe(413);
    expect((await post('{}')).status).toBe(202);
    expect(azure.cards).toHaveLength(1);
  });
});
