import { DefaultAzureCredential } from '@azure/identity';
import { AuthenticationHandler, Client, RetryHandler, RetryHandlerOptions } from '@microsoft/microsoft-graph-client';
import type { Context, Middleware } from '@microsoft/microsoft-graph-client';
import { TokenCredentialAuthenticationProvider } from '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js';
import { loopbackFetch } from './loopback';
import { azure, https, start, stop } from './serverFixture';

afterEach(stop);

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
