import type { Body } from '../../src/collect/collector';
import type { Raw } from './table';

/** Safe bodies that stand around those under judgement. Ids in the casing that Azure answers with. */
export const sub = '/subscriptions/11111111-1111-4111-8111-111111111111';
export const otherSub = '/subscriptions/22222222-2222-4222-8222-222222222222';
export const group = `${sub}/resourceGroups/rg-ai`;
export const accountId = `${group}/providers/Microsoft.CognitiveServices/accounts/nordlys`;
export const workspaceId = `${group}/providers/Microsoft.MachineLearningServices/workspaces/fjell`;
export const storageId = `${group}/providers/Microsoft.Storage/storageAccounts/stfjell`;
export const vaultId = `${group}/providers/Microsoft.KeyVault/vaults/kv-fjell`;
export const registryId = `${group}/providers/Microsoft.ContainerRegistry/registries/crfjell`;
export const cosmosId = `${group}/providers/Microsoft.DocumentDB/databaseAccounts/cosmos-fjell`;
export const endpointId = `${group}/providers/Microsoft.Network/privateEndpoints/pe-1`;
export const subnetId = `${group}/providers/Microsoft.Network/virtualNetworks/vnet/subnets/agents`;
const logsId = `${group}/providers/Microsoft.OperationalInsights/workspaces/la`;

const approved = {
  name: 'pe-1',
  properties: {
    privateEndpoint: { id: endpointId },
    privateLinkServiceConnectionState: { status: 'Approved', description: '', actionsRequired: 'None' },
  },
};
export const approvedList: readonly unknown[] = [approved];

export const account: Body = {
  id: accountId,
  name: 'nordlys',
  type: 'Microsoft.CognitiveServices/accounts',
  kind: 'AIServices',
  location: 'Norway East',
  tags: { owner: 'team-nordlys', 'data-classification': 'internal', 'ai-risk-class': 'limited' },
  sku: { name: 'S0' },
  identity: { type: 'SystemAssigned', principalId: '33333333-3333-4333-8333-333333333333' },
  properties: {
    provisioningState: 'Succeeded',
    endpoint: 'https://nordlys.cognitiveservices.azure.com/',
    customSubDomainName: 'nordlys',
    publicNetworkAccess: 'Disabled',
    networkAcls: { defaultAction: 'Deny', ipRules: [], virtualNetworkRules: [], bypass: 'None' },
    disableLocalAuth: true,
    allowProjectManagement: true,
    restrictOutboundNetworkAccess: true,
    allowedFqdnList: ['models.contoso.example'],
    storedCompletionsDisabled: true,
    encryption: {
      keySource: 'Microsoft.KeyVault',
      keyVaultProperties: { keyVaultUri: 'https://kv-cmk.vault.azure.net/', keyName: 'cmk', keyVersion: '' },
    },
    networkInjections: [{ scenario: 'agent', subnetArmId: subnetId, useMicrosoftManagedNetwork: false }],
    privateEndpointConnections: [approved],
    dateCreated: '2026-01-10T08:00:00.0000000Z',
  },
};

export const diagnostics = (watched: string, properties: Body = {}): Raw => ({
  kind: 'diagnosticSetting',
  under: watched,
  body: {
    id: `${watched}/providers/Microsoft.Insights/diagnosticSettings/all`,
    name: 'all',
    properties: {
      workspaceId: logsId,
      logs: [{ categoryGroup: 'allLogs', enabled: true }],
      metrics: [],
      ...properties,
    },
  },
});

export const perimeter = (watched: string, accessMode: unknown): Raw => ({
  kind: 'perimeterAssociation',
  under: watched,
  body: {
    id: `${watched}/networkSecurityPerimeterConfigurations/c1`,
    name: 'c1',
    properties: { provisioningState: 'Succeeded', resourceAssociation: { name: 'a1', accessMode } },
  },
});

export const defenderSetting = (state: unknown): Raw => ({
  kind: 'defenderForAiSetting',
  under: accountId,
  body: { id: `${accountId}/defenderForAISettings/Default`, name: 'Default', properties: { state } },
});

export const accountRaw: Raw = { kind: 'aiAccount', body: account };
export const accountAround: readonly Raw[] = [
  diagnostics(accountId),
  defenderSetting('Enabled'),
  perimeter(accountId, 'Enforced'),
];

export const workspace: Body = {
  id: workspaceId,
  name: 'fjell',
  type: 'Microsoft.MachineLearningServices/workspaces',
  kind: 'Default',
  location: 'norwayeast',
  tags: {},
  sku: { name: 'Basic', tier: 'Basic' },
  identity: { type: 'SystemAssigned', principalId: '44444444-4444-4444-8444-444444444444' },
  properties: {
    provisioningState: 'Succeeded',
    storageAccount: storageId,
    keyVault: vaultId,
    containerRegistry: registryId,
    publicNetworkAccess: 'Disabled',
    allowPublicAccessWhenBehindVnet: false,
    hbiWorkspace: true,
    v1LegacyMode: false,
    managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound', outboundRules: {} },
    systemDatastoresAuthMode: 'Identity',
    encryption: {
      status: 'Enabled',
      keyVaultProperties: { keyVaultArmId: vaultId, keyIdentifier: 'https://kv-cmk.vault.azure.net/keys/cmk/1' },
    },
    privateEndpointConnections: [approved],
  },
};
export const workspaceRaw: Raw = { kind: 'mlWorkspace', body: workspace };

export const storage: Body = {
  id: storageId,
  name: 'stfjell',
  type: 'Microsoft.Storage/storageAccounts',
  kind: 'StorageV2',
  location: 'norwayeast',
  sku: { name: 'Standard_ZRS', tier: 'Standard' },
  properties: {
    publicNetworkAccess: 'Disabled',
    networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices', ipRules: [], virtualNetworkRules: [] },
    allowSharedKeyAccess: false,
    allowBlobPublicAccess: false,
    supportsHttpsTrafficOnly: true,
    minimumTlsVersion: 'TLS1_2',
    allowCrossTenantReplication: false,
    keyCreationTime: { key1: '2026-11-01T00:00:00.1234567Z', key2: '2026-11-01T00:00:00.1234567Z' },
    primaryEndpoints: { blob: 'https://stfjell.blob.core.windows.net/', dfs: 'https://stfjell.dfs.core.windows.net/' },
    privateEndpointConnections: [approved],
  },
};
export const storageRaw: Raw = { kind: 'storageAccount', body: storage };

export const subscription: Body = {
  id: sub,
  name: 'AI prod',
  type: 'microsoft.resources/subscriptions',
  tenantId: '55555555-5555-4555-8555-555555555555',
  subscriptionId: '11111111-1111-4111-8111-111111111111',
  properties: {
    state: 'Enabled',
    managementGroupAncestorsChain: [
      { name: 'mg-ai', displayName: 'AI' },
      { name: 'mg-root', displayName: 'Root' },
    ],
  },
};
export const subscriptionRaw: Raw = { kind: 'subscription', body: subscription };
