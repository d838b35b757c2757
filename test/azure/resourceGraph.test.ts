import { ResourceGraphClient } from '@azure/arm-resourcegraph';
import { DefaultAzureCredential } from '@azure/identity';
import { accountId, accountQuery, ask, httpClient, https, one, send, start, stop, two } from './serverFixture';

afterEach(stop);

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
