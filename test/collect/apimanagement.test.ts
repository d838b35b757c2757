import type { ApimPolicy } from '../../src/model/platforms';
import { HeldAzure, child, childOf, group, readAll, secrets, survey } from './reader';

const id = `${group}/providers/Microsoft.ApiManagement/service/Gate`;
const service = survey('apimService', { id });
const api = child('apimApi', { id: `${id}/apis/Chat` }, service);

describe('services', () => {
  test.each([
    {},
    { identity: null, properties: null },
    { properties: { publicNetworkAccess: null, virtualNetworkType: null } },
  ])('one that says nothing is public and nobody: %j', (body) => {
    expect(survey('apimService', { id, ...body })).toMatchObject({
      sku: '',
      identity: { types: [] },
      publicNetworkAccess: 'Enabled',
      virtualNetworkType: 'None',
      privateEndpointConnections: [],
    });
  });

  test('one that says all keeps it, without the certificates of its hosts', () => {
    const found = survey('apimService', {
      id,
      sku: { name: 'StandardV2', capacity: 1 },
      identity: { type: 'SystemAssigned, UserAssigned', principalId: 'P', userAssignedIdentities: { '/ID': {} } },
      properties: {
        publicNetworkAccess: 'disabled',
        virtualNetworkType: 'internal',
        hostnameConfigurations: [{ encodedCertificate: 'plain', certificatePassword: 'plain' }],
      },
    });
    expect(found).toMatchObject({
      sku: 'StandardV2',
      identity: { types: ['SystemAssigned', 'UserAssigned'], principalId: 'p', userAssignedIds: ['/id'] },
      publicNetworkAccess: 'Disabled',
      virtualNetworkType: 'Internal',
    });
    expect(JSON.stringify(found)).not.toContain('plain');
  });
});

describe('APIs', () => {
  const body = (properties: object) => ({ id: `${id}/apis/Chat`, name: 'Chat', properties });

  test('one that says nothing asks for no subscription; its protocols are a gap', () => {
    const found = childOf('apimApi').convert({ id: `${id}/apis/Chat`, properties: null }, service);
    expect(found?.resource).toMatchObject({
      parentId: service.id,
      apiType: 'http',
      protocols: [],
      subscriptionRequired: false,
      serviceHost: '',
      backendNames: [],
    });
    expect(found?.gaps).toMatchObject([{ scope: api.id, property: 'protocols', reason: 'notStated' }]);
  });

  test('one that says all keeps host and scheme, and neither user nor query of its address', () => {
    const found = child(
      'apimApi',
      body({
        type: 'MCP',
        path: 'chat',
        protocols: ['HTTPS', 'ws'],
        subscriptionRequired: true,
        serviceUrl: `http://u:pass@Acct.OpenAI.azure.com:443/openai?${secrets.sas}`,
        backendId: 'Models',
        isCurrent: true,
      }),
      service,
    );
    expect(found).toMatchObject({
      name: 'Chat',
      apiType: 'mcp',
      protocols: ['https', 'ws'],
      subscriptionRequired: true,
      serviceHost: 'acct.openai.azure.com',
      serviceScheme: 'http',
      backendNames: ['models'],
    });
    expect(JSON.stringify(found)).not.toMatch(/pass|sig=/);
  });

  test('an older revision is left out', () => {
    expect(childOf('apimApi').convert(body({ isCurrent: false }), service)).toBeNull();
  });

  test('two hundred are read, and the rest is a gap of the service', async () => {
    const rows = Array.from({ length: 201 }, (_, n) => ({
      id: `${id}/apis/a${n}`,
      properties: { protocols: ['https'] },
    }));
    const azure = new HeldAzure({ [`${service.id}/apis`]: rows });
    const read = await readAll('apimApi', azure, service);
    expect(read).toHaveLength(200);
    const gaps = read.flatMap((row) => childOf('apimApi').convert(row, service)?.gaps ?? []);
    expect(gaps).toMatchObject([{ kind: 'apimApi', scope: service.id, reason: 'bounded' }]);
    const few = await readAll('apimApi', new HeldAzure({ [`${service.id}/apis`]: rows.slice(0, 200) }), service);
    expect(few.flatMap((row) => childOf('apimApi').convert(row, service)?.gaps ?? [])).toEqual([]);
  });
});

const policy = (value: unknown): ApimPolicy =>
  child('apimPolicy', { id: `${api.id}/policies/policy`, properties: { format: 'rawxml', value } }, api);
const inbound = (xml: string): ApimPolicy =>
  policy(`<policies><inbound>${xml}</inbound><backend><base /></backend><outbound><base /></outbound></policies>`);

describe('policies', () => {
  test('one request asks for the text of a policy', async () => {
    const azure = new HeldAzure({});
    await readAll('apimPolicy', azure, api);
    expect(azure.asked).toEqual([`${api.id}/policies/policy?format=rawxml 2024-05-01`]);
  });

  test('an empty one does nothing and inherits nothing', () => {
    const nothing = {
      tokenLimit: 'never',
      contentSafety: 'never',
      managedIdentityAuth: 'never',
      callerValidation: 'never',
    };
    for (const empty of [
      '<policies />',
      '<policies><inbound /></policies>',
      '<policies><outbound><base /></outbound></policies>',
    ])
      expect(policy(empty)).toMatchObject({
        facts: { ...nothing, otherAuth: 'never', modelPolicy: 'never' },
        inherits: false,
        credentialHeaders: [],
        backendNames: [],
        backendHosts: [],
        fragments: [],
      });
  });

  test('one with expressions as the portal shows them keeps its names and none of its values', () => {
    const found = inbound(`<base />
      <!-- <llm-content-safety /> @( -->
      <set-variable name="who" value="@(((Jwt)context.Variables["jwt"]).Claims.GetValueOrDefault("(", ")"))" />
      <set-variable name="body" value='@{ var x = "a \\" ) } <"; var v = @"say ""}"" "; if (1 < 2 && true) { return '}' + x; } /* } */ return x; // it's }
      }' />
      <authentication-managed-identity resource="https://cognitiveservices.azure.com" output-token-variable-name="t" />
      <set-header name="API-Key" exists-action="override"><value>${secrets.azureAiKey}</value></set-header>
      <set-header name="Authorization" exists-action="delete" />
      <set-header name="x-trace" exists-action="override"><value>@(context.RequestId.ToString())</value></set-header>
      <llm-token-limit counter-key="@(context.Subscription.Id)" tokens-per-minute="500" estimate-prompt-tokens="true" />
      <validate-azure-ad-token tenant-id="t"><client-application-ids><application-id>plain</application-id></client-application-ids></validate-azure-ad-token>
      <set-backend-service backend-id="Models" />
      <set-backend-service base-url="https://u:plain@Acct.openai.azure.com/openai?key=plain" />
      <set-backend-service backend-id="@((string)context.Variables["pool"])" />
      <include-fragment fragment-id="Limits" />`);
    expect(found).toMatchObject({
      parentId: api.id,
      facts: {
        tokenLimit: 'always',
        contentSafety: 'never',
        managedIdentityAuth: 'always',
        otherAuth: 'never',
        callerValidation: 'always',
        modelPolicy: 'always',
      },
      credentialHeaders: ['api-key'],
      backendNames: ['models'],
      backendHosts: ['acct.openai.azure.com'],
      inherits: true,
      fragments: [{ name: 'limits', presence: 'always' }],
    });
    expect(JSON.stringify(found)).not.toMatch(/plain|JQQJ9|pool|context/);
  });

  test('encoded expressions read the same', () => {
    const found = inbound(
      '<set-variable name="a" value="@(context.Variables[&quot;(&quot;] == &quot;b&quot;)" /><llm-content-safety />',
    );
    expect(found.facts).toMatchObject({ contentSafety: 'always', modelPolicy: 'always' });
  });

  const limit = '<azure-openai-token-limit counter-key="k" tokens-per-minute="1" />';
  const choose = (...branches: string[]): string => `<choose>${branches.join('')}</choose>`;
  const when = (inner: string): string => `<when condition="@(1 < 2)">${inner}</when>`;
  test.each([
    ['always', choose(when(limit), `<otherwise>${limit}</otherwise>`)],
    ['always', `<retry condition="@(true)" count="1">${limit}</retry>`],
    ['sometimes', choose(when(limit))],
    ['sometimes', choose(when(limit), '<otherwise />')],
    ['sometimes', choose(when(''), `<otherwise>${limit}</otherwise>`)],
    ['never', choose(when(''), '<otherwise />')],
    ['never', `<send-request mode="new">${limit}</send-request>`],
    ['never', `<!-- ${limit} -->`],
    ['never', '<set-body>@("&lt;llm-token-limit /&gt;")</set-body>'],
  ])('a limit is met %s: %s', (presence, xml) => {
    expect(inbound(xml).facts.tokenLimit).toBe(presence);
  });

  test('what answers or fails later does not count', () => {
    const later = `<policies><inbound /><outbound>${limit}</outbound><on-error>${limit}</on-error></policies>`;
    expect(policy(later).facts.tokenLimit).toBe('never');
  });

  test('the credential of a request of its own is not that of the call', () => {
    const own = '<send-request><set-header name="api-key"><value>x</value></set-header></send-request>';
    expect(inbound(own).credentialHeaders).toEqual([]);
  });

  test.each([
    undefined,
    null,
    '',
    'no xml',
    '<policies><inbound></policies>',
    '<policies><inbound a="@(never ends" /></policies>',
    `<policies><inbound><set-header name="api-key"><value>${secrets.openAiKey}</value></policies>`,
  ])('one that cannot be read throws, without its text: %j', (value) => {
    expect(() => policy(value)).toThrow(/^the policy (has no text|is no well-formed XML)$/);
  });
});

test('a fragment holds the same facts', () => {
  const value = `<fragment><llm-token-limit counter-key="@(context.Subscription.Id)" tokens-per-minute="9" /><set-header name="Authorization"><value>plain</value></set-header></fragment>`;
  const found = child('apimPolicyFragment', { id: `${id}/policyFragments/Limits`, properties: { value } }, service);
  expect(found).toMatchObject({
    id: `${service.id}/policyfragments/limits`,
    facts: { tokenLimit: 'always', callerValidation: 'never' },
    credentialHeaders: ['authorization'],
  });
  expect(JSON.stringify(found)).not.toContain('plain');
  expect(() => child('apimPolicyFragment', { id: `${id}/policyFragments/L`, properties: null }, service)).toThrow();
});

describe('backends', () => {
  const backend = (properties: unknown) => child('apimBackend', { id: `${id}/backends/Models`, properties }, service);

  test.each([
    {},
    null,
    { credentials: null, tls: null, pool: null },
    { credentials: { header: {}, query: {}, certificate: [] } },
  ])('one that says nothing validates and holds no credentials: %j', (properties) => {
    expect(backend(properties)).toMatchObject({
      host: '',
      scheme: '',
      validateCertificateChain: true,
      validateCertificateName: true,
      credentials: [],
      members: [],
    });
  });

  test('one that says all keeps the kinds of its credentials and none of them', () => {
    const found = backend({
      url: 'HTTPS://Acct.openai.azure.com/openai',
      tls: { validateCertificateChain: false, validateCertificateName: false },
      credentials: {
        header: { 'api-key': ['plain'] },
        query: { key: ['plain'] },
        certificate: ['plain'],
        authorization: { scheme: 'Basic', parameter: 'plain' },
        managedIdentity: { resource: 'https://cognitiveservices.azure.com' },
      },
      pool: { services: [{ id: `${id}/backends/East` }, { id: '/backends/west' }, {}] },
    });
    expect(found).toMatchObject({
      host: 'acct.openai.azure.com',
      scheme: 'https',
      validateCertificateChain: false,
      validateCertificateName: false,
      credentials: ['managedIdentity', 'certificate', 'authorization', 'header', 'query'],
      members: ['east', 'west'],
    });
    expect(JSON.stringify(found)).not.toContain('plain');
  });
});

test('a named value is told without its value, in a vault or not, secret or not', () => {
  const value = (properties: unknown) => child('apimNamedValue', { id: `${id}/namedValues/Key`, properties }, service);
  const plain = value({ displayName: 'key', value: 'plain', secret: false, tags: ['plain'] });
  expect(plain).toMatchObject({ secret: false, inKeyVault: false });
  expect(JSON.stringify(plain)).not.toContain('plain');
  expect(value(null)).toMatchObject({ secret: false, inKeyVault: false });
  expect(value({ secret: true, keyVault: null })).toMatchObject({ secret: true, inKeyVault: false });
  const secretIdentifier = 'https://kv.vault.azure.net/secrets/k';
  expect(value({ secret: true, keyVault: { secretIdentifier } })).toMatchObject({ secret: true, inKeyVault: true });
});

test.each([
  [`${id}/apis`, '/apis'],
  [`${id}/apis/`, '/apis'],
  ['/apis', '/apis'],
  ['apis', '/apis'],
  [`${id}/products/Gold`, '/products/gold'],
  [`${id}/apis/Chat`, '/apis/chat'],
  [`${id}/`, ''],
  [undefined, ''],
  [null, ''],
])('a subscription of scope %j opens %j, and its keys stay away', (scope, below) => {
  const properties = { scope, state: 'Active', primaryKey: 'plain', secondaryKey: 'plain' };
  const found = child('apimSubscription', { id: `${id}/subscriptions/Team`, properties }, service);
  expect(found).toMatchObject({ scope: below, state: 'active' });
  expect(JSON.stringify(found)).not.toContain('plain');
});
