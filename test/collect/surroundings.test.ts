import {
  HeldAzure,
  account,
  accountId,
  child,
  childOf,
  group,
  readAll,
  secrets,
  storage,
  storageId,
  survey,
} from './reader';

const open = { publicNetworkAccess: 'Enabled', defaultAction: 'Allow', ipRules: [], privateEndpointConnections: [] };

describe('search services', () => {
  const id = `${group}/providers/Microsoft.Search/searchServices/Find`;

  test('one that says nothing is open and keyed', () => {
    expect(survey('searchService', { id })).toMatchObject({
      network: open,
      localAuthDisabled: false,
      authOptions: '',
      cmkEnforcement: 'Unspecified',
      replicaCount: 1,
      sharedPrivateLinks: [],
    });
  });

  test('an IP rule closes it to all others; public access is written in lower case', () => {
    const networkRuleSet = { ipRules: [{ value: '1.2.3.4' }], bypass: 'AzureServices' };
    const properties = { publicNetworkAccess: 'enabled', networkRuleSet };
    expect(survey('searchService', { id, properties }).network).toMatchObject({
      publicNetworkAccess: 'Enabled',
      defaultAction: 'Deny',
      ipRules: ['1.2.3.4'],
      bypass: ['AzureServices'],
    });
    const none = { networkRuleSet: { ipRules: [], bypass: 'None' } };
    expect(survey('searchService', { id, properties: none }).network).toMatchObject({
      defaultAction: 'Allow',
      bypass: [],
    });
  });

  test('its ways in, its key and its links are kept', () => {
    const found = survey('searchService', {
      id,
      sku: { name: 'standard' },
      properties: {
        disableLocalAuth: true,
        authOptions: { aadOrApiKey: { aadAuthFailureMode: 'http403' } },
        encryptionWithCmk: { enforcement: 'enabled', encryptionComplianceStatus: 'Compliant' },
        replicaCount: 3,
        dataExfiltrationProtections: ['BlockAll'],
        sharedPrivateLinkResources: [{ name: 'l', properties: { status: 'Approved', privateLinkResourceId: '/X' } }],
      },
    });
    expect(found).toMatchObject({
      sku: 'standard',
      localAuthDisabled: true,
      authOptions: 'aadOrApiKey',
      aadAuthFailureMode: 'http403',
      cmkEnforcement: 'Enabled',
      cmkComplianceStatus: 'Compliant',
      replicaCount: 3,
      dataExfiltrationProtections: ['BlockAll'],
      sharedPrivateLinks: [{ name: 'l', status: 'Approved', resourceId: '/x' }],
    });
    expect(survey('searchService', { id, properties: { authOptions: { apiKeyOnly: {} } } }).authOptions).toBe(
      'apiKeyOnly',
    );
  });
});

test('a bot keeps its endpoint without the query and none of its keys', () => {
  const id = `${group}/providers/Microsoft.BotService/botServices/B`;
  const properties = {
    endpoint: `http://Bot.contoso.com/api/messages?${secrets.sas}`,
    isCmekEnabled: true,
    msaAppType: 'MultiTenant',
    enabledChannels: ['webchat', 'msteams'],
    luisKey: 'plain',
    developerAppInsightsApiKey: 'plain',
    parameters: { a: 'plain' },
  };
  const bot = survey('botService', { id, properties });
  expect(bot).toMatchObject({
    publicNetworkAccess: 'Enabled',
    localAuthDisabled: false,
    cmkEnabled: true,
    endpointScheme: 'http',
    endpointHost: 'bot.contoso.com',
    enabledChannels: ['webchat', 'msteams'],
  });
  expect(JSON.stringify(bot)).not.toMatch(/plain|sig=/);
});

describe('storage accounts', () => {
  test('one that says nothing takes keys, shows blobs and speaks TLS 1.0', () => {
    expect(storage).toMatchObject({
      network: { ...open, bypass: [] },
      allowSharedKeyAccess: true,
      allowBlobPublicAccess: true,
      httpsTrafficOnly: true,
      minimumTlsVersion: 'TLS1_0',
      allowCrossTenantReplication: true,
      isSftpEnabled: false,
      isLocalUserEnabled: false,
      customerManagedKey: false,
      key1CreatedAt: '',
      sasExpirationPeriod: '',
    });
  });

  test('one that says all keeps it', () => {
    const properties = {
      publicNetworkAccess: 'Disabled',
      networkAcls: {
        defaultAction: 'Deny',
        bypass: 'AzureServices, Logging',
        ipRules: [{ value: '1.2.3.4' }],
        ipv6Rules: [{ value: '::1' }],
      },
      allowSharedKeyAccess: false,
      allowBlobPublicAccess: false,
      supportsHttpsTrafficOnly: false,
      minimumTlsVersion: 'TLS1_2',
      allowCrossTenantReplication: false,
      isSftpEnabled: true,
      primaryEndpoints: {
        blob: 'https://STOR.blob.core.windows.net/',
        microsoftEndpoints: { blob: 'https://stor-ms.blob.core.windows.net/' },
      },
      encryption: {
        keySource: 'Microsoft.Keyvault',
        requireInfrastructureEncryption: true,
        keyvaultproperties: { keyname: 'k', keyvaulturi: 'https://kv.vault.azure.net' },
      },
      keyCreationTime: { key1: '2026-01-01T00:00:00.1234567Z', key2: null },
      sasPolicy: { sasExpirationPeriod: '1.00:00:00' },
    };
    expect(survey('storageAccount', { id: storageId, properties })).toMatchObject({
      hosts: ['stor-ms.blob.core.windows.net', 'stor.blob.core.windows.net'],
      network: { publicNetworkAccess: 'Disabled', bypass: ['AzureServices', 'Logging'], ipRules: ['1.2.3.4', '::1'] },
      allowSharedKeyAccess: false,
      allowBlobPublicAccess: false,
      httpsTrafficOnly: false,
      minimumTlsVersion: 'TLS1_2',
      isSftpEnabled: true,
      isLocalUserEnabled: true,
      customerManagedKey: true,
      infrastructureEncryption: true,
      keyVaultUri: 'https://kv.vault.azure.net',
      key1CreatedAt: '2026-01-01T00:00:00.123Z',
      key2CreatedAt: '',
      sasExpirationPeriod: '1.00:00:00',
    });
  });

  test('a rule set without bypass lets trusted services pass', () => {
    const properties = { networkAcls: { defaultAction: 'Deny' } };
    expect(survey('storageAccount', { id: storageId, properties }).network.bypass).toEqual(['AzureServices']);
  });
});

test('the blob service is one read; what is off keeps nothing', async () => {
  const id = `${storageId}/blobServices/default`;
  const azure = new HeldAzure({ [id.toLowerCase()]: [{ id }] });
  const [row = {}] = await readAll('blobService', azure, storage);
  expect(child('blobService', row, storage)).toMatchObject({
    parentId: storage.id,
    isVersioningEnabled: false,
    deleteRetentionDays: 0,
    containerDeleteRetentionDays: 0,
    changeFeedEnabled: false,
  });
  const properties = {
    isVersioningEnabled: true,
    deleteRetentionPolicy: { enabled: true, days: 14 },
    containerDeleteRetentionPolicy: { enabled: false, days: 7 },
    changeFeed: { enabled: true },
  };
  expect(child('blobService', { id, properties }, storage)).toMatchObject({
    isVersioningEnabled: true,
    deleteRetentionDays: 14,
    containerDeleteRetentionDays: 0,
    changeFeedEnabled: true,
  });
});

describe('blob containers', () => {
  const id = (n: number) => `${storageId}/blobServices/default/containers/c${n}`;
  const convert = childOf('blobContainer').convert;

  test.each([
    [null, 'None'],
    ['blob', 'Blob'],
    ['Container', 'Container'],
    ['Everyone', 'Unrecognised'],
  ])('public access %s is %s', (publicAccess, expected) => {
    expect(child('blobContainer', { id: id(1), properties: { publicAccess } }, storage).publicAccess).toBe(expected);
  });

  test('a soft-deleted one serves nothing', () => {
    expect(convert({ id: id(1), properties: { deleted: true } }, storage)).toBeNull();
  });

  test.each([
    [999, 999, 0],
    [1_000, 1_000, 0],
    [1_001, 1_000, 1],
  ])('of %s, %s are read and %s gap tells of the rest', async (count, read, gaps) => {
    const rows = Array.from({ length: count }, (_, n) => ({ id: id(n) }));
    const azure = new HeldAzure({ [`${storage.id}/blobservices/default/containers`]: rows });
    const found = await readAll('blobContainer', azure, storage);
    expect(found).toHaveLength(read);
    const told = found.flatMap((row) => convert(row, storage)?.gaps ?? []);
    expect(told.map(({ reason, scope }) => `${reason} ${scope}`)).toEqual(
      Array.from({ length: gaps }, () => `bounded ${storage.id}`),
    );
  });
});

test('a vault without words uses access policies and can be purged; nulls are the same', () => {
  const id = `${group}/providers/Microsoft.KeyVault/vaults/V`;
  const bare = { network: open, rbacAuthorization: false, purgeProtection: false, softDelete: true, vaultUri: '' };
  expect(survey('keyVault', { id })).toMatchObject(bare);
  expect(
    survey('keyVault', { id, properties: { enableRbacAuthorization: null, enableSoftDelete: null } }),
  ).toMatchObject(bare);
  const properties = {
    publicNetworkAccess: 'disabled',
    vaultUri: 'https://v.vault.azure.net/',
    enableRbacAuthorization: true,
    enablePurgeProtection: true,
    enableSoftDelete: false,
    networkAcls: { defaultAction: 'Deny', bypass: 'None', virtualNetworkRules: [{ id: '/SUB' }] },
  };
  expect(survey('keyVault', { id, properties })).toMatchObject({
    network: { publicNetworkAccess: 'Disabled', defaultAction: 'Deny', bypass: [], virtualNetworkRules: ['/sub'] },
    vaultUri: 'https://v.vault.azure.net/',
    rbacAuthorization: true,
    purgeProtection: true,
    softDelete: false,
  });
});

test('a container registry exports unless told not to, and proves its own key', () => {
  const id = `${group}/providers/Microsoft.ContainerRegistry/registries/R`;
  expect(survey('containerRegistry', { id })).toMatchObject({
    network: { ...open, bypass: ['AzureServices'] },
    adminUserEnabled: false,
    anonymousPullEnabled: false,
    exportEnabled: true,
    quarantineEnabled: false,
    trustEnabled: false,
    azureAdAuthenticationAsArm: true,
    customerManagedKey: false,
    roleAssignmentMode: 'LegacyRegistryPermissions',
  });
  const properties = {
    loginServer: 'R.azurecr.io',
    adminUserEnabled: true,
    networkRuleBypassOptions: 'None',
    networkRuleSet: { defaultAction: 'Deny', ipRules: [{ action: 'Allow', value: '1.2.3.4' }] },
    policies: {
      exportPolicy: { status: 'Disabled' },
      quarantinePolicy: { status: 'enabled' },
      trustPolicy: { status: 'odd' },
    },
    encryption: { status: 'enabled', keyVaultProperties: { keyIdentifier: 'https://kv/keys/k' } },
  };
  expect(survey('containerRegistry', { id, sku: { name: 'Premium' }, properties })).toMatchObject({
    sku: 'Premium',
    loginServer: 'r.azurecr.io',
    adminUserEnabled: true,
    network: { defaultAction: 'Deny', bypass: [], ipRules: ['1.2.3.4'] },
    exportEnabled: false,
    quarantineEnabled: true,
    trustEnabled: false,
    customerManagedKey: true,
  });
});

test.each([
  [{}, 'Allow', []],
  [{ ipRules: [{ ipAddressOrRange: '1.2.3.4' }] }, 'Deny', ['1.2.3.4']],
  [{ ipRangeFilter: '1.2.3.4, 5.6.7.8' }, 'Deny', ['1.2.3.4', '5.6.7.8']],
  [{ isVirtualNetworkFilterEnabled: true }, 'Deny', []],
])('a Cosmos DB account with %j is %s by default', (properties, defaultAction, rules) => {
  const id = `${group}/providers/Microsoft.DocumentDB/databaseAccounts/D`;
  const cosmos = survey('cosmosAccount', { id, properties });
  expect(cosmos).toMatchObject({
    network: { defaultAction, ipRules: rules },
    localAuthDisabled: false,
    customerManagedKey: false,
  });
});

test('Application Insights drops its connection string', () => {
  const id = `${group}/providers/Microsoft.Insights/components/A`;
  const properties = {
    ConnectionString: 'plain',
    InstrumentationKey: 'plain',
    DisableLocalAuth: true,
    WorkspaceResourceId: '/W',
  };
  const found = survey('appInsights', { id, properties });
  expect(found).toMatchObject({
    localAuthDisabled: true,
    publicNetworkAccessForIngestion: 'Enabled',
    workspaceId: '/w',
  });
  expect(JSON.stringify(found)).not.toContain('plain');
});

test('a private endpoint joins both lists of connections', () => {
  const connection = (target: string, status: string) => ({
    properties: { privateLinkServiceId: target, groupIds: ['account'], privateLinkServiceConnectionState: { status } },
  });
  const properties = {
    subnet: { id: '/SUB' },
    privateLinkServiceConnections: [connection('/A', 'Approved')],
    manualPrivateLinkServiceConnections: [connection('/B', 'Pending')],
  };
  const id = `${group}/providers/Microsoft.Network/privateEndpoints/P`;
  expect(survey('privateEndpoint', { id, properties })).toMatchObject({
    subnetId: '/sub',
    connections: [
      { targetId: '/a', groupIds: ['account'], status: 'Approved' },
      { targetId: '/b', groupIds: ['account'], status: 'Pending' },
    ],
  });
});

test('of a diagnostic setting only logs that are on, and where they go', async () => {
  const id = `${accountId}/providers/microsoft.insights/diagnosticSettings/d`;
  const properties = {
    logs: [
      { category: 'Audit', enabled: true },
      { category: 'Trace', enabled: false },
      { categoryGroup: 'allLogs', category: null, enabled: true },
      { category: 'RequestResponse', enabled: 'true' },
    ],
    metrics: [{ category: 'AllMetrics', enabled: true }],
    workspaceId: '/WS',
    storageAccountId: null,
    eventHubAuthorizationRuleId: '/EH',
  };
  expect(child('diagnosticSetting', { id, properties }, account)).toMatchObject({
    parentId: account.id,
    name: 'd',
    categories: ['Audit'],
    categoryGroups: ['allLogs'],
    destinations: ['workspace', 'eventHub'],
    workspaceId: '/ws',
  });
  const azure = new HeldAzure({});
  await readAll('diagnosticSetting', azure, account);
  expect(azure.asked).toEqual([`${account.id}/providers/Microsoft.Insights/diagnosticSettings 2021-05-01-preview`]);
});
