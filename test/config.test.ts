import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clouds } from '../src/clouds';
import { ConfigError, readSettings, scheduleIn, settingNames } from '../src/config';
import { defaultPolicy } from '../src/model/policy';

type Env = Readonly<Record<string, string | undefined>>;

function problemsOf(env: Env): readonly string[] {
  try {
    readSettings(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

const guid = '0f8fad5b-d9cb-469f-a165-70867728950e';
const custom = {
  AISPM_CLOUD: 'custom',
  AISPM_ARM_ENDPOINT: 'http://127.0.0.1:8080/',
  AISPM_GRAPH_ENDPOINT: 'http://localhost:8080',
  AISPM_AUTHORITY_HOST: 'http://[::1]:8080',
};
const workflow = 'https://prod-01.westeurope.logic.azure.com/workflows/x/triggers/manual/paths/invoke?sig=s';

it('needs nothing: everything has its default', () => {
  const expected = {
    scopes: [],
    schedule: '0 0 6 * * *',
    cloudName: 'public',
    cloud: clouds['public'],
    storage: '',
    webhooks: {},
    apiUrl: '',
    policy: defaultPolicy,
  };
  expect(readSettings({})).toEqual(expected);
  expect(readSettings(Object.fromEntries(settingNames.map((name) => [name, '  '])))).toEqual(expected);
});

it('reads what is set', () => {
  const read = readSettings({
    ...custom,
    AISPM_SCOPES: ` ${guid.toUpperCase()} , mg-ai ,`,
    AISPM_SCHEDULE: '0 */30 * * * *',
    AISPM_STORAGE: 'https://acct.table.core.windows.net/',
    AISPM_TEAMS_WEBHOOK_URL: 'http://127.0.0.1:9/hook',
    WEBSITE_HOSTNAME: 'app.azurewebsites.net',
  });
  expect(read).toMatchObject({
    scopes: [`/subscriptions/${guid}`, '/providers/microsoft.management/managementgroups/mg-ai'],
    schedule: '0 */30 * * * *',
    cloud: { arm: 'http://127.0.0.1:8080', graph: 'http://localhost:8080', authority: 'http://[::1]:8080' },
    storage: 'https://acct.table.core.windows.net',
    webhooks: { teams: 'http://127.0.0.1:9/hook' },
    apiUrl: 'https://app.azurewebsites.net/api',
  });
  expect(readSettings({ WEBSITE_HOSTNAME: 'localhost:7071' }).apiUrl).toBe('http://localhost:7071/api');
  expect(readSettings({ AISPM_CLOUD: 'USGov' }).cloud).toBe(clouds['usgov']);
});

describe('a wrong setting is told with what, where and how', () => {
  const cases: readonly (readonly [string, Env, RegExp])[] = [
    ['an unknown name', { AISPM_SCOPE: guid }, /^AISPM_SCOPE: unknown name\. Did you mean AISPM_SCOPES\?$/],
    ['another one', { AISPM_TEAMS_WEBHOOK: 'x' }, /Did you mean AISPM_TEAMS_WEBHOOK_URL\?$/],
    ['a scope', { AISPM_SCOPES: `${guid},a b` }, /^AISPM_SCOPES: 'a b' is neither .* list/],
    [
      'a schedule of five fields',
      { AISPM_SCHEDULE: '0 6 * * *' },
      /^AISPM_SCHEDULE: '0 6 \* \* \*' is no NCRONTAB expression\. Six fields/,
    ],
    ['a schedule of nonsense', { AISPM_SCHEDULE: '0 0 99 * * *' }, /^AISPM_SCHEDULE: /],
    [
      'a cloud',
      { AISPM_CLOUD: 'germany' },
      /^AISPM_CLOUD: 'germany' is not known\. Use public, usgov, china or custom\.$/,
    ],
    ['a cloud that every object inherits', { AISPM_CLOUD: 'constructor' }, /^AISPM_CLOUD: 'constructor' is not known/],
    [
      'a custom endpoint in another cloud',
      { AISPM_ARM_ENDPOINT: 'https://x.example' },
      /^AISPM_ARM_ENDPOINT: used only with AISPM_CLOUD=custom/,
    ],
    [
      'a custom cloud without Graph',
      { ...custom, AISPM_GRAPH_ENDPOINT: '' },
      /^AISPM_GRAPH_ENDPOINT: needed with AISPM_CLOUD=custom/,
    ],
    [
      'plain http',
      { ...custom, AISPM_ARM_ENDPOINT: 'http://arm.example' },
      /^AISPM_ARM_ENDPOINT: .* is not https.*loopback/,
    ],
    [
      'plain http to a host that begins alike',
      { ...custom, AISPM_AUTHORITY_HOST: 'http://127.0.0.1.example' },
      /^AISPM_AUTHORITY_HOST: .* is not https/,
    ],
    ['another protocol', { ...custom, AISPM_ARM_ENDPOINT: 'ftp://127.0.0.1' }, /^AISPM_ARM_ENDPOINT: .* is not https/],
    ['no URL', { ...custom, AISPM_ARM_ENDPOINT: 'arm' }, /^AISPM_ARM_ENDPOINT: 'arm' is no URL\. Give one such as/],
    [
      'a policy file that is not there',
      { AISPM_CONFIG: 'no/such/file.json' },
      /^AISPM_CONFIG: cannot read 'no\/such\/file\.json'/,
    ],
  ];
  it.each(cases)('%s', (_, env, words) => expect(problemsOf(env)).toEqual([expect.stringMatching(words)]));

  it('all at once', () => {
    const found = problemsOf({
      AISPM_SCOPE: 'x',
      AISPM_SCOPES: 'a b,c d',
      AISPM_SCHEDULE: 'x',
      AISPM_CLOUD: 'x',
      AISPM_STORAGE: 'x',
      AISPM_TEAMS_WEBHOOK_URL: 'x',
      AISPM_CONFIG: '{"x":1}',
    });
    expect(found).toHaveLength(8);
    expect(new ConfigError(found).message.split('\n')).toHaveLength(8);
  });
});

describe('a credential is never told', () => {
  it.each([
    'http://acct.table.core.windows.net/?sv=1&sig=SECRET',
    'ftp://SECRET',
    'https://',
    'AccountKey=SECRET',
    'SECRET',
  ])('of the storage: %s', (AISPM_STORAGE) => {
    const found = problemsOf({ AISPM_STORAGE });
    expect(found).toEqual([
      expect.stringMatching(/^AISPM_STORAGE: neither a connection string nor a table endpoint URL .*not shown/),
    ]);
    expect(found.join()).not.toContain('SECRET');
  });

  it.each([
    ['plain http', 'http://a.logic.azure.com/SECRET'],
    ['another host', 'https://example.com/SECRET'],
    ['a host that only ends alike', 'https://evil-logic.azure.com/SECRET'],
    ['the right name in the path', 'https://example.com/.logic.azure.com/SECRET'],
    ['a user before the host', 'https://a.logic.azure.com@example.com/SECRET'],
    ['a user', 'https://SECRET@a.logic.azure.com/'],
    ['a password alone', 'https://:SECRET@a.logic.azure.com/'],
    ['loopback outside a custom cloud', 'http://127.0.0.1/SECRET'],
    ['no URL', 'SECRET'],
  ])('of the webhook: %s', (_, AISPM_TEAMS_WEBHOOK_URL) => {
    const found = problemsOf({ AISPM_TEAMS_WEBHOOK_URL });
    expect(found).toEqual([expect.stringMatching(/^AISPM_TEAMS_WEBHOOK_URL: not the https URL of a Teams workflow/)]);
    expect(found.join()).not.toContain('SECRET');
  });

  it.each([
    workflow,
    'https://x.environment.api.powerplatform.com:443/powerautomate/x',
    'https://contoso.webhook.office.com/webhookb2/x',
    'https://prod.logic.azure.us/x',
  ])('and the URL of a workflow is taken: %s', (AISPM_TEAMS_WEBHOOK_URL) =>
    expect(readSettings({ AISPM_TEAMS_WEBHOOK_URL }).webhooks).toEqual({ teams: AISPM_TEAMS_WEBHOOK_URL }),
  );

  it.each([
    'UseDevelopmentStorage=true',
    'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=k',
    'TableEndpoint=https://a;SharedAccessSignature=s',
    'http://127.0.0.1:10002/devstoreaccount1',
  ])('and a store is taken: %s', (AISPM_STORAGE) =>
    expect(readSettings({ AISPM_STORAGE }).storage).toBe(AISPM_STORAGE),
  );
});

describe('the policy file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aispm-config-'));
  const path = join(folder, 'policy.json');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read from its path, and its problems name it', () => {
    writeFileSync(path, '{"maxKeyAgeDays": 30}');
    expect(readSettings({ AISPM_CONFIG: path }).policy.maxKeyAgeDays).toBe(30);
    writeFileSync(path, '{"maxKeyAges": 30, "rules": {"r": {"severity": "x"}}}');
    const found = problemsOf({ AISPM_CONFIG: path });
    expect(found).toHaveLength(2);
    for (const problem of found) expect(problem).toContain(`AISPM_CONFIG (${path}): `);
  });
});

it('gives the schedule alone, wrong or not', () => {
  expect(scheduleIn({})).toBe('0 0 6 * * *');
  expect(scheduleIn({ AISPM_SCHEDULE: ' x ' })).toBe('x');
});
