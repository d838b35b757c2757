import fc from 'fast-check';
import { plain, toContentFilters } from '../../src/collect/cognitiveservices/contentFilters';
import { HeldAzure, account, accountId, child, childOf, readAll, secrets, survey, workspace } from './reader';

const project = child('project', { id: `${accountId}/projects/P` }, account);

test('an account that says nothing is open, keyed and unencrypted by its own key', () => {
  expect(survey('aiAccount', { id: accountId })).toEqual({
    kind: 'aiAccount',
    id: accountId.toLowerCase(),
    name: 'Acc',
    subscriptionId: '0f1e',
    resourceGroup: 'rg-one',
    location: '',
    tags: {},
    accountKind: '',
    sku: '',
    identity: { types: [], userAssignedIds: [], userAssignedPrincipalIds: [] },
    network: {
      publicNetworkAccess: 'Enabled',
      defaultAction: 'Allow',
      bypass: [],
      ipRules: [],
      virtualNetworkRules: [],
      privateEndpointConnections: [],
    },
    localAuthDisabled: false,
    customSubDomainName: '',
    hosts: [],
    encryption: 'absent',
    openAiEndpoint: '',
    customerManagedKey: false,
    keyVersionPinned: false,
    restrictOutboundNetworkAccess: false,
    allowedFqdnList: [],
    userOwnedStorage: [],
    networkInjections: [],
    allowProjectManagement: false,
    storedCompletionsDisabled: false,
    dynamicThrottlingEnabled: false,
    capabilities: {},
    provisioningState: '',
  });
});

test('an account that says all keeps it, its secrets excepted', () => {
  const full = survey('aiAccount', {
    id: accountId,
    name: 'Acc',
    kind: 'AIServices',
    location: 'East US 2',
    sku: { name: 'S0' },
    identity: { type: 'SystemAssigned, UserAssigned', principalId: 'P' },
    properties: {
      publicNetworkAccess: 'SECUREDBYPERIMETER',
      networkAcls: {
        defaultAction: 'deny',
        bypass: 'AzureServices',
        ipRules: [{ value: '10.0.0.0/8' }, null],
        virtualNetworkRules: [{ id: `${accountId}/SUBNET` }],
      },
      disableLocalAuth: true,
      customSubDomainName: 'acc',
      endpoint: 'https://ACC.cognitiveservices.azure.com/',
      endpoints: { 'OpenAI Language Model Instance API': 'https://acc.openai.azure.com/', other: null },
      encryption: {
        keySource: 'Microsoft.KeyVault',
        keyVaultProperties: { keyName: 'k', keyVersion: 'v1', keyVaultUri: 'https://kv.vault.azure.net/?x=1' },
      },
      restrictOutboundNetworkAccess: true,
      allowedFqdnList: ['a.example', 7],
      userOwnedStorage: [{ resourceId: `${accountId}/S` }],
      networkInjections: [{ scenario: 'agent', subnetArmId: '/SUB/NET', useMicrosoftManagedNetwork: false }],
      allowProjectManagement: true,
      capabilities: [{ name: 'VirtualNetworks', value: 'x' }],
      apiProperties: { eventHubConnectionString: secrets.storageConnectionString, qnaAzureSearchEndpointKey: 'plain' },
      migrationToken: 'plain',
      privateEndpointConnections: [
        {
          properties: {
            privateEndpoint: { id: '/SUBSCRIPTIONS/x/PE' },
            privateLinkServiceConnectionState: { status: 'Approved' },
          },
        },
      ],
    },
  });
  expect(full).toMatchObject({
    accountKind: 'AIServices',
    location: 'eastus2',
    identity: { types: ['SystemAssigned', 'UserAssigned'], principalId: 'p' },
    network: {
      publicNetworkAccess: 'SecuredByPerimeter',
      defaultAction: 'Deny',
      bypass: ['AzureServices'],
      ipRules: ['10.0.0.0/8'],
      virtualNetworkRules: [`${accountId}/SUBNET`.toLowerCase()],
      privateEndpointConnections: [{ privateEndpointId: '/subscriptions/x/pe', status: 'Approved' }],
    },
    localAuthDisabled: true,
    hosts: ['acc.cognitiveservices.azure.com', 'acc.openai.azure.com'],
    customerManagedKey: true,
    keyVaultUri: 'https://kv.vault.azure.net/',
    keyVersionPinned: true,
    allowedFqdnList: ['a.example'],
    userOwnedStorage: [`${accountId}/s`.toLowerCase()],
    networkInjections: [{ scenario: 'agent', subnetId: '/sub/net', managed: false }],
    capabilities: { VirtualNetworks: 'x' },
  });
  expect(JSON.stringify(full)).not.toContain('plain');
});

test.each([
  [{}],
  [{ keySource: 'Microsoft.KeyVault' }],
  [{ keySource: 'Microsoft.KeyVault', keyVaultProperties: {} }],
  [{ keySource: 'Microsoft.CognitiveServices', keyVaultProperties: { keyName: 'k' } }],
])('encryption %j is no customer-managed key', (encryption) => {
  expect(survey('aiAccount', { id: accountId, properties: { encryption } }).customerManagedKey).toBe(false);
});

test('"true" as text, and words Azure does not know, are never the safe value', () => {
  const odd = survey('aiAccount', {
    id: accountId,
    properties: {
      disableLocalAuth: 'true',
      publicNetworkAccess: 'Sometimes',
      networkAcls: { defaultAction: 'Perhaps', ipRules: {} },
    },
  });
  expect(odd.localAuthDisabled).toBe(false);
  expect(odd.network).toMatchObject({ publicNetworkAccess: 'Unrecognised', defaultAction: 'Unrecognised' });
});

test('a deployment keeps model, policy and size', () => {
  const body = {
    id: `${accountId}/deployments/gpt`,
    name: 'gpt',
    sku: { name: 'GlobalStandard', capacity: 10 },
    properties: {
      model: { format: 'OpenAI', name: 'gpt-4o', version: '2024-08-06', publisher: null },
      raiPolicyName: 'Microsoft.DefaultV2',
      versionUpgradeOption: 'NoAutoUpgrade',
      capabilities: { chatCompletion: 'true', odd: true },
    },
  };
  expect(child('deployment', body, account)).toMatchObject({
    parentId: account.id,
    model: { format: 'OpenAI', name: 'gpt-4o', version: '2024-08-06', publisher: '' },
    raiPolicyName: 'Microsoft.DefaultV2',
    sku: 'GlobalStandard',
    capacity: 10,
    capabilities: { chatCompletion: 'true' },
  });
});

describe('guardrails', () => {
  const policy = (contentFilters: unknown, type = 'UserManaged') => ({
    id: `${accountId}/raiPolicies/strict`,
    properties: { type, mode: 'asynchronous_filter', contentFilters },
  });
  const effects = (filter: object) => toContentFilters([{ name: 'Hate', source: 'Prompt', ...filter }])[0]?.effect;

  test.each([
    [{ enabled: false, blocking: true, action: 'BLOCKING' }, 'off'],
    [{ enabled: true, blocking: true }, 'block'],
    [{ enabled: true, blocking: false }, 'annotate'],
    [{ enabled: true }, 'annotate'],
    [{ enabled: true, action: 'BLOCKING' }, 'block'],
    [{ enabled: true, action: 'blocking', blocking: false }, 'annotate'],
    [{ enabled: true, action: 'ANNOTATING', blocking: true }, 'annotate'],
    [{ enabled: true, action: 'HITL', blocking: true }, 'person'],
    [{ enabled: true, action: 'RETRY' }, 'retry'],
    [{ enabled: true, action: 'NONE', blocking: true }, 'annotate'],
    [{ enabled: true, action: 'SHOUT', blocking: true }, 'annotate'],
    [{ enabled: true, action: null, blocking: 'true' }, 'annotate'],
  ])('%j is %s', (filter, effect) => {
    expect(effects(filter)).toBe(effect);
  });

  test('names compare without case, blanks, underscores and hyphens', () => {
    expect(['Indirect Attack', 'indirect_attack', 'IndirectAttack', 'INDIRECT-ATTACK'].map(plain)).toEqual(
      Array.from({ length: 4 }, () => 'indirectattack'),
    );
  });

  test('of a filter stated twice the weaker counts, in either order', () => {
    const twice = [
      { name: 'Violence', source: 'Prompt', enabled: true, blocking: true, severityThreshold: 'Low' },
      { name: 'violence', source: 'prompt', enabled: true, blocking: false, severityThreshold: 'High' },
    ];
    for (const filters of [twice, twice.toReversed()])
      expect(toContentFilters(filters)).toMatchObject([{ filter: 'violence', level: 'High', effect: 'annotate' }]);
  });

  test('order and spelling change nothing', () => {
    const filter = fc.record({
      name: fc.constantFrom('Hate', 'Self_harm', 'Jailbreak'),
      source: fc.constantFrom('Prompt', 'Completion', undefined),
      enabled: fc.boolean(),
      blocking: fc.option(fc.boolean()),
      action: fc.option(fc.constantFrom('NONE', 'ANNOTATING', 'BLOCKING', 'HITL', 'RETRY')),
      severityThreshold: fc.option(fc.constantFrom('Low', 'Medium', 'High', 'Odd')),
    });
    const essence = (filters: object[]) =>
      toContentFilters(filters.map((one) => ({ ...one }))).map(({ filter: name, source, level, effect }) => [
        name,
        source,
        level,
        effect,
      ]);
    fc.assert(
      fc.property(fc.array(filter, { maxLength: 6 }), (filters) => {
        const shouted = filters.map((one) => ({ ...one, name: one.name.toUpperCase().replace('_', ' ') }));
        expect(essence(shouted.toReversed())).toEqual(essence(filters));
      }),
    );
  });

  test.each([[null], [[]], [{}], ['x']])('content filters %j are none', (contentFilters) => {
    expect(child('guardrail', policy(contentFilters), account).contentFilters).toEqual([]);
  });

  test('a custom policy has a gap for each filter it does not state; a built-in one has none', () => {
    const stated = [{ name: 'Hate', source: 'Prompt', enabled: true, blocking: true, severityThreshold: 'medium' }];
    const { gaps = [] } = childOf('guardrail').convert(policy(stated), account) ?? {};
    const properties = gaps.map(({ property }) => property);
    expect(properties).toHaveLength(11);
    expect(properties).toContain('contentFilters.hate.completion');
    expect(properties).not.toContain('contentFilters.hate.prompt');
    expect(gaps[0]).toMatchObject({ kind: 'guardrail', reason: 'notStated', scope: policy([]).id.toLowerCase() });
    expect(childOf('guardrail').convert(policy([], 'SystemManaged'), account)?.gaps).toEqual([]);
  });

  test('type and mode are words in Azure spelling', () => {
    const custom = child('guardrail', policy([]), account);
    expect([custom.type, custom.mode]).toEqual(['UserManaged', 'Asynchronous_filter']);
    expect(child('guardrail', policy([], 'Odd'), account).type).toBe('Unrecognised');
  });
});

test('blocklists come with the number of their items, at most a thousand, and without the items', async () => {
  const id = `${accountId}/raiBlocklists/Words`;
  const items = Array.from({ length: 1_500 }, (_, n) => ({
    id: `${id}/raiBlocklistItems/${n}`,
    properties: { pattern: 'rude' },
  }));
  const azure = new HeldAzure({
    [`${account.id}/raiblocklists`]: [{ id }],
    [`${id}/raiBlocklistItems`.toLowerCase()]: items,
  });
  const [row = {}] = await readAll('blocklist', azure, account);
  expect(child('blocklist', row, account)).toMatchObject({ name: 'Words', itemCount: 1_000 });
  expect(JSON.stringify(row)).not.toContain('rude');
  expect(child('blocklist', { id }, account).itemCount).toBeNull();
});

test('projects are asked for only where the account manages projects', () => {
  const { applies } = childOf('project');
  expect(applies?.(account)).toBe(false);
  expect(applies?.({ ...account, allowProjectManagement: true })).toBe(true);
});

describe('connections', () => {
  const body = {
    id: `${accountId}/connections/c`,
    tags: null,
    location: null,
    properties: {
      category: 'CognitiveSearch',
      authType: 'apikey',
      target: `https://Find.search.windows.net/?${secrets.sas}`,
      metadata: { ResourceId: `${accountId}/SEARCH`, ApiKey: 'plain', location: 'x' },
      credentials: { key: 'plain' },
      expiryTime: '2027-01-01T00:00:00Z',
      isSharedToAll: true,
    },
  };

  test('say where they lead and how they sign in, and nothing secret', () => {
    const connection = child('connection', body, account);
    expect(connection).toMatchObject({
      owner: 'account',
      authType: 'ApiKey',
      targetHost: 'find.search.windows.net',
      targetScheme: 'https',
      targetResourceId: `${accountId}/search`.toLowerCase(),
      expiryTime: '2027-01-01T00:00:00.000Z',
      isSharedToAll: true,
    });
    expect(JSON.stringify(connection)).not.toMatch(/plain|sig=/);
  });

  test('an ARM id as target is the resource', () => {
    const target = `${accountId}/AppInsights`;
    const connection = child('connection', { id: body.id, properties: { target } }, account);
    expect(connection).toMatchObject({ targetResourceId: target.toLowerCase(), targetHost: '', authType: '' });
  });

  test('are read at their owner, from accounts with those of other users', async () => {
    const azure = new HeldAzure({});
    for (const parent of [account, project, workspace]) await readAll('connection', azure, parent);
    expect(azure.asked).toEqual([
      `${account.id}/connections?includeAll=true 2025-12-01`,
      `${project.id}/connections 2025-12-01`,
      `${workspace.id}/connections 2025-12-01`,
    ]);
    expect(child('connection', body, project).owner).toBe('project');
    expect(child('connection', body, workspace).owner).toBe('workspace');
  });
});

test('a capability host names its connections and its subnet', () => {
  const properties = {
    capabilityHostKind: 'Agents',
    threadStorageConnections: ['cosmos'],
    storageConnections: null,
    customerSubnet: '/SUB/NET',
    enablePublicHostingEnvironment: true,
  };
  expect(child('capabilityHost', { id: `${accountId}/capabilityHosts/h`, properties }, account)).toMatchObject({
    capabilityHostKind: 'Agents',
    threadStorageConnections: ['cosmos'],
    storageConnections: [],
    customerSubnet: '/sub/net',
    enablePublicHostingEnvironment: true,
  });
});

test.each([
  ['enabled', 'Enabled'],
  ['Disabled', 'Disabled'],
  ['Snoozed', 'Unrecognised'],
  [null, 'Unrecognised'],
])('a Defender setting of %s is %s', (state, expected) => {
  const body = { id: `${accountId}/defenderForAISettings/Default`, properties: { state } };
  expect(child('defenderForAiSetting', body, account).state).toBe(expected);
});

test('a perimeter is asked for on every account, by the version of the parent', async () => {
  const secured = { ...account, network: { ...account.network, publicNetworkAccess: 'SecuredByPerimeter' as const } };
  const { applies } = childOf('perimeterAssociation');
  expect([applies?.(account), applies?.(secured), applies?.(project)]).toEqual([true, true, false]);
  const azure = new HeldAzure({});
  await readAll('perimeterAssociation', azure, secured);
  expect(azure.asked).toEqual([`${account.id}/networkSecurityPerimeterConfigurations 2025-12-01`]);
  const properties = { resourceAssociation: { accessMode: 'learning' } };
  const id = `${accountId}/networkSecurityPerimeterConfigurations/n`;
  expect(child('perimeterAssociation', { id, properties }, secured).accessMode).toBe('Learning');
});
