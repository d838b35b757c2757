import { CognitiveServicesManagementClient } from '@azure/arm-cognitiveservices';
import { ClientSecretCredential, DefaultAzureCredential, ManagedIdentityCredential } from '@azure/identity';
import {
  account,
  accountId,
  accountQuery,
  all,
  ask,
  azure,
  httpClient,
  https,
  one,
  read,
  send,
  start,
  stop,
  two,
  useToken,
  v,
} from './serverFixture';
import type { Listing } from './serverFixture';

afterEach(stop);

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
    useToken((await new ClientSecretCredential(tenant, client, secret, options).getToken(`${https()}/.default`)).token);
    expect((await send(`/subscriptions?${v}`)).status).toBe(200);
    await expect(
      new ClientSecretCredential(tenant, client, 'wrong', options).getToken(`${https()}/.default`),
    ).rejects.toThrow(/AADSTS7000215/);
  });

  test('no token, a token for another audience and an expired one are refused', async () => {
    await start();
    expect((await fetch(`${azure.origin}/subscriptions?${v}`)).status).toBe(401);
    useToken((await new ManagedIdentityCredential().getToken('https://graph.microsoft.com/.default')).token);
    expect((await read(`/subscriptions?${v}`)).error?.code).toBe('InvalidAuthenticationTokenAudience');
    useToken((await new ManagedIdentityCredential().getToken(`${azure.origin}/.default`)).token);
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
