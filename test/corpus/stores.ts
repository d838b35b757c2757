import type { Body } from '../../src/collect/collector';
import { cosmosId, perimeter, registryId, vaultId, workspaceRaw, accountId, accountRaw } from './bodies';
import type { Raw } from './table';
import { absent, closed, fails, gap, notTrue, passes, row, table, unsure, values } from './table';

const ip = (...list: readonly string[]): unknown => list.map((value) => ({ value }));
const on = { 'properties.publicNetworkAccess': 'Enabled' };
const unknownAccess: readonly unknown[] = ['Restricted2027', false, {}];
const openActions: readonly unknown[] = ['Allow', 'allow', absent, null, 'Audit2027', true];
const broadRules: readonly unknown[] = [ip('0.0.0.0/0'), ip('11.0.0.0/8'), ip('0.0.0.0/1', '128.0.0.0/1')];
const narrowRules: readonly unknown[] = [[], ip('51.120.8.0/24'), ip('11.0.0.0/9')];

const kvNetwork = 'kv-firewall-or-private';
const purge = 'kv-purge-protection';
const rbac = 'kv-rbac-model';
const vault: Body = {
  id: vaultId,
  name: 'kv-fjell',
  location: 'norwayeast',
  properties: {
    tenantId: 't',
    sku: { family: 'A', name: 'standard' },
    vaultUri: 'https://kv-fjell.vault.azure.net/',
    publicNetworkAccess: 'disabled',
    networkAcls: { bypass: 'AzureServices', defaultAction: 'Deny', ipRules: [], virtualNetworkRules: [] },
    enableRbacAuthorization: true,
    enablePurgeProtection: true,
    enableSoftDelete: true,
    accessPolicies: [],
  },
};
const vaults = table(
  'vault',
  { kind: 'keyVault', body: vault, around: [workspaceRaw], labels: passes(kvNetwork, purge, rbac) },
  values('properties.enablePurgeProtection', notTrue, fails(purge)),
  values('properties.enableRbacAuthorization', notTrue, fails(rbac)),
  values('properties.publicNetworkAccess', [...closed, 'Enabled', 'enabled', absent, null], {}),
  values('properties.publicNetworkAccess', unknownAccess, fails(kvNetwork)),
  values('properties.networkAcls.defaultAction', openActions, fails(kvNetwork), { also: on }),
  values('properties.networkAcls', [absent, null, {}], fails(kvNetwork), { also: on }),
  values('properties.networkAcls.ipRules', broadRules, fails(kvNetwork), { also: on }),
  values('properties.networkAcls.ipRules', narrowRules, {}, { also: on }),
  row(
    'a perimeter enforces',
    { 'properties.publicNetworkAccess': 'securedbyperimeter' },
    {},
    {
      around: [workspaceRaw, perimeter(vaultId, 'Enforced')],
    },
  ),
  row('a perimeter learns', { 'properties.publicNetworkAccess': 'securedbyperimeter' }, fails(kvNetwork), {
    around: [workspaceRaw, perimeter(vaultId, 'Learning')],
  }),
  row('perimeter unread', { 'properties.publicNetworkAccess': 'securedbyperimeter' }, unsure(kvNetwork), {
    gaps: [gap('perimeterAssociation', vaultId)],
  }),
);

const admin = 'acr-admin-user-disabled';
const pull = 'acr-anonymous-pull-disabled';
const acrNetwork = 'acr-public-network-restricted';
const registry: Body = {
  id: registryId,
  name: 'crfjell',
  sku: { name: 'Premium', tier: 'Premium' },
  location: 'norwayeast',
  properties: {
    loginServer: 'crfjell.azurecr.io',
    adminUserEnabled: false,
    anonymousPullEnabled: false,
    publicNetworkAccess: 'Disabled',
    networkRuleSet: { defaultAction: 'Deny', ipRules: [] },
    networkRuleBypassOptions: 'AzureServices',
  },
};
const safeFlags: readonly unknown[] = [false, absent, null];
const registries = table(
  'registry',
  { kind: 'containerRegistry', body: registry, around: [workspaceRaw], labels: passes(admin, pull, acrNetwork) },
  values('properties.adminUserEnabled', [true], fails(admin)),
  values('properties.adminUserEnabled', safeFlags, {}),
  values('properties.anonymousPullEnabled', [true], fails(pull)),
  values('properties.anonymousPullEnabled', safeFlags, {}),
  values('properties.publicNetworkAccess', [...closed, 'Enabled', absent, null], {}),
  values('properties.publicNetworkAccess', unknownAccess, fails(acrNetwork)),
  values('properties.networkRuleSet.defaultAction', openActions, fails(acrNetwork), { also: on }),
  values('properties.networkRuleSet', [absent, null, {}], fails(acrNetwork), { also: on }),
  values('properties.networkRuleSet.ipRules', broadRules, fails(acrNetwork), { also: on }),
  values('properties.networkRuleSet.ipRules', narrowRules, {}, { also: on }),
  values('properties.publicNetworkAccess', ['SecuredByPerimeter'], unsure(acrNetwork)),
);

const localAuth = 'cosmos-local-auth-disabled';
const cosmosNetwork = 'cosmos-network-restricted';
const cosmos: Body = {
  id: cosmosId,
  name: 'cosmos-fjell',
  kind: 'GlobalDocumentDB',
  location: 'Norway East',
  properties: {
    documentEndpoint: 'https://cosmos-fjell.documents.azure.com:443/',
    disableLocalAuth: true,
    publicNetworkAccess: 'Disabled',
    ipRules: [],
    isVirtualNetworkFilterEnabled: false,
    virtualNetworkRules: [],
  },
};
/** Threads of agents: an account's connection names the database, which makes it a dependency. */
const threads: Raw = {
  kind: 'connection',
  under: accountId,
  body: {
    id: `${accountId}/connections/threads`,
    name: 'threads',
    properties: {
      category: 'CosmosDb',
      authType: 'AAD',
      target: 'https://cosmos-fjell.documents.azure.com:443/',
      metadata: { ResourceId: cosmosId },
    },
  },
};
const ranges = (...list: readonly string[]): unknown => list.map((ipAddressOrRange) => ({ ipAddressOrRange }));
const databases = table(
  'cosmos',
  { kind: 'cosmosAccount', body: cosmos, around: [accountRaw, threads], labels: passes(localAuth, cosmosNetwork) },
  values('properties.disableLocalAuth', notTrue, fails(localAuth)),
  values('properties.publicNetworkAccess', closed, {}),
  values(
    'properties.publicNetworkAccess',
    ['Enabled', 'enabled', absent, null, 'Restricted2027', false],
    fails(cosmosNetwork),
  ),
  values('properties.ipRules', [absent, null, [], {}], fails(cosmosNetwork), { also: on }),
  values('properties.ipRules', [ranges('51.120.8.7'), ranges('51.120.8.0/24', '52.1.2.3')], {}, { also: on }),
  values('properties.ipRules', [ranges('0.0.0.0/0'), ranges('11.0.0.0/8'), ranges('0.0.0.0')], fails(cosmosNetwork), {
    also: on,
  }),
  values('properties.isVirtualNetworkFilterEnabled', [true], {}, { also: on }),
  values('properties.isVirtualNetworkFilterEnabled', notTrue, fails(cosmosNetwork), { also: on }),
  values('properties.ipRangeFilter', ['51.120.8.7'], {}, { also: on }),
  values('properties.publicNetworkAccess', ['SecuredByPerimeter'], unsure(cosmosNetwork)),
);

export const stores = [...vaults, ...registries, ...databases];
