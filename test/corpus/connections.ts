import type { Body } from '../../src/collect/collector';
import type { Raw } from './table';
import { accountId, accountRaw, otherSub, storageId, subscriptionRaw, workspaceId, workspaceRaw } from './bodies';
import { absent, fails, passes, row, spared, table, unsure, values } from './table';

const keyAuth = 'foundry-connection-key-auth';
const defaultStorage = 'foundry-default-storage-entra-auth';
const projectStore = 'foundry-project-datastore-entra-auth';
const shared = 'foundry-connection-not-shared-to-all';
const expiry = 'foundry-connection-secret-expiry';
const external = 'foundry-connection-external-target';
const foreign = 'foundry-connection-foreign-tenant';
const workspaceAuth = 'mlw-connection-key-auth';

const body = (owner: string, properties: Body): Body => ({
  id: `${owner}/connections/c1`,
  name: 'c1',
  properties: { group: 'Azure', isSharedToAll: false, useWorkspaceManagedIdentity: false, ...properties },
});
const secretTypes = [
  'ApiKey',
  'apikey',
  'AccountKey',
  'AccessKey',
  'SAS',
  'PAT',
  'CustomKeys',
  'UsernamePassword',
  'ServicePrincipal',
];
const identityTypes = ['AAD', 'aad', 'ManagedIdentity', 'managedidentity', 'OAuth2'];
const authType = 'properties.authType';

const project = `${accountId}/projects/fjord`;
const projectRaw: Raw = {
  kind: 'project',
  under: accountId,
  body: { id: project, name: 'nordlys/fjord', identity: { type: 'SystemAssigned' }, properties: {} },
};
const storageProperties = {
  category: 'AzureBlob',
  authType: 'AAD',
  target: 'https://stfjell.blob.core.windows.net/',
  metadata: { ResourceId: storageId },
};

const accountStorage = table(
  'storage connection of an account',
  {
    kind: 'connection',
    under: accountId,
    body: body(accountId, storageProperties),
    around: [accountRaw, subscriptionRaw],
    labels: {
      ...passes(keyAuth, defaultStorage, shared, foreign),
      ...spared(projectStore, expiry, external, workspaceAuth),
    },
  },
  values(authType, identityTypes, {}),
  values(authType, [...secretTypes, absent, null, '', 'Token2027'], fails(keyAuth, defaultStorage, expiry)),
  values(
    authType,
    secretTypes.slice(0, 3),
    { ...fails(keyAuth, defaultStorage), ...passes(expiry) },
    {
      also: { 'properties.expiryTime': '2027-01-01T00:00:00Z' },
    },
  ),
  values(
    'properties.expiryTime',
    ['2026-11-24T06:00:01Z'],
    { ...fails(keyAuth, defaultStorage), ...passes(expiry) },
    { also: { [authType]: 'ApiKey' } },
  ),
  values(
    'properties.expiryTime',
    ['2026-11-24T05:59:59Z', '2020-01-01', 'never', null, absent],
    fails(keyAuth, defaultStorage, expiry),
    { also: { [authType]: 'ApiKey' } },
  ),
  values('properties.isSharedToAll', [true], fails(shared)),
  values('properties.isSharedToAll', [false, absent, null, 'true'], {}),
  values('properties.category', ['AzureStorageAccount', 'ADLSGen2', 'azureblob'], {}),
  values(
    'properties.category',
    ['AzureStorageAccount', 'ADLSGen2', 'azureblob'],
    fails(keyAuth, defaultStorage, expiry),
    { also: { [authType]: 'AccountKey' } },
  ),
  values('properties.metadata', [absent, null, {}, { ResourceId: '' }], spared(foreign)),
  row(
    'a target in a subscription nobody knows',
    { 'properties.metadata.ResourceId': storageId.replace(/^\/subscriptions\/[^/]+/, otherSub) },
    unsure(foreign),
  ),
  ...(
    [
      ['the same tenant', subscriptionRaw.body['tenantId'], 'pass'],
      ['another tenant', '77777777-7777-4777-8777-777777777777', 'fail'],
    ] as const
  ).map(([name, tenantId, status]) =>
    row(
      `a target in a subscription of ${name}`,
      { 'properties.metadata.ResourceId': storageId.replace(/^\/subscriptions\/[^/]+/, otherSub) },
      { [foreign]: status },
      {
        around: [
          accountRaw,
          subscriptionRaw,
          {
            kind: 'subscription',
            body: { ...subscriptionRaw.body, id: otherSub, subscriptionId: otherSub.slice(15), tenantId },
          },
        ],
      },
    ),
  ),
);

const accountModels = table(
  'model connection of an account',
  {
    kind: 'connection',
    under: accountId,
    body: body(accountId, { category: 'AzureOpenAI', authType: 'AAD', target: 'https://nordlys.openai.azure.com/' }),
    around: [accountRaw, subscriptionRaw],
    labels: {
      ...passes(keyAuth, shared),
      ...spared(defaultStorage, projectStore, expiry, external, foreign, workspaceAuth),
    },
  },
  values(
    'properties.category',
    ['AIServices', 'CognitiveSearch', 'CosmosDb', 'AzureSqlDb', 'AzureKeyVault', 'aiservices'],
    {},
  ),
  values(
    'properties.category',
    ['AIServices', 'CognitiveSearch', 'CosmosDb', 'AzureSqlDb', 'AzureKeyVault', 'aiservices'],
    fails(keyAuth, expiry),
    { also: { [authType]: 'ApiKey' } },
  ),
  values(authType, [...secretTypes, absent], fails(keyAuth, expiry)),
  values('properties.target', ['http://nordlys.openai.azure.com/'], fails(external)),
);

const projectStorage = table(
  'storage connection of a project',
  {
    kind: 'connection',
    under: project,
    body: body(project, storageProperties),
    around: [accountRaw, projectRaw],
    labels: { ...passes(keyAuth, projectStore, shared), ...spared(defaultStorage, expiry, external, workspaceAuth) },
  },
  values(authType, identityTypes, {}),
  values(authType, [...secretTypes, absent, null], fails(keyAuth, projectStore, expiry)),
);

const tools = table(
  'tool connection of a project',
  {
    kind: 'connection',
    under: project,
    body: body(project, {
      category: 'RemoteTool',
      authType: 'ManagedIdentity',
      target: 'https://mcp.contoso.example/mcp',
    }),
    around: [accountRaw, projectRaw],
    policy: { allowedConnectionHosts: ['mcp.contoso.example'] },
    labels: {
      ...passes(external, shared),
      ...spared(keyAuth, defaultStorage, projectStore, expiry, foreign, workspaceAuth),
    },
  },
  values('properties.target', ['https://MCP.contoso.example/other', 'https://mcp.contoso.example:8443/'], {}),
  values(
    'properties.target',
    [
      'https://evil.example/mcp',
      'https://mcp.contoso.example.evil.example/',
      'http://mcp.contoso.example/mcp',
      'HTTP://mcp.contoso.example',
      'https://xmcp.contoso.example',
    ],
    fails(external),
  ),
  values(
    'properties.category',
    [
      'RemoteA2A',
      'ModelGateway',
      'GenericHttp',
      'GenericRest',
      'Serp',
      'Pinecone',
      'OpenAI',
      'remotetool',
      'GroundingWithBingSearch',
    ],
    {},
  ),
  values(
    'properties.category',
    [
      'RemoteA2A',
      'ModelGateway',
      'GenericHttp',
      'GenericRest',
      'Serp',
      'Pinecone',
      'OpenAI',
      'remotetool',
      'GroundingWithBingSearch',
      'GroundingWithCustomSearch',
      'BingLLMSearch',
    ],
    fails(external),
    { also: { 'properties.target': 'https://evil.example/' } },
  ),
  row('no hosts given', { 'properties.target': 'https://evil.example/' }, spared(external), {
    policy: { allowedConnectionHosts: [] },
  }),
  row('plain http, no hosts given', { 'properties.target': 'http://evil.example/' }, fails(external), {
    policy: { allowedConnectionHosts: [] },
  }),
);

const workspaces = table(
  'connection of a workspace',
  {
    kind: 'connection',
    under: workspaceId,
    body: body(workspaceId, { category: 'AzureOpenAI', authType: 'AAD', target: 'https://nordlys.openai.azure.com/' }),
    around: [workspaceRaw],
    labels: {
      ...passes(workspaceAuth),
      ...spared(keyAuth, defaultStorage, projectStore, shared, expiry, external, foreign),
    },
  },
  values(authType, [...identityTypes, 'None', 'none'], {}),
  values(authType, [...secretTypes, absent, null, 'Token2027'], fails(workspaceAuth)),
);

export const connections = [...accountStorage, ...accountModels, ...projectStorage, ...tools, ...workspaces];
