import type { Body } from '../../src/collect/collector';
import { account, accountAround, group } from './bodies';
import type { Raw } from './table';
import { absent, fails, gap, notTrue, passes, row, spared, table, unsure, values } from './table';

const gateId = `${group}/providers/Microsoft.ApiManagement/service/port`;
const apiId = `${gateId}/apis/chat`;
const host = 'https://nordlys.cognitiveservices.azure.com/openai';
const service: Body = {
  id: gateId,
  name: 'port',
  sku: { name: 'Premium' },
  identity: { type: 'SystemAssigned', principalId: 'p' },
  properties: { publicNetworkAccess: 'Disabled', virtualNetworkType: 'None' },
};
const serviceRaw: Raw = { kind: 'apimService', body: service };
const api = (serviceUrl: string = host): Raw => ({
  kind: 'apimApi',
  under: gateId,
  body: {
    id: apiId,
    name: 'chat',
    properties: { path: 'chat', protocols: ['https'], serviceUrl, subscriptionRequired: true, isCurrent: true },
  },
});
const policyOf = (owner: string, inbound: string): Raw => ({
  kind: 'apimPolicy',
  under: owner,
  body: {
    id: `${owner}/policies/policy`,
    name: 'policy',
    properties: {
      format: 'rawxml',
      value: `<policies><inbound><base />${inbound}</inbound><backend><base /></backend></policies>`,
    },
  },
});
const elsewhere = api('https://api.contoso.example');

const backend = 'apim-backend-authenticated';
const backends = table(
  'backend of models',
  {
    kind: 'apimBackend',
    under: gateId,
    body: {
      id: `${gateId}/backends/b1`,
      name: 'b1',
      properties: {
        url: host,
        protocol: 'http',
        credentials: { managedIdentity: { resource: 'https://cognitiveservices.azure.com' } },
      },
    },
    around: [serviceRaw],
    labels: passes(backend),
  },
  values('properties.credentials', [absent, null, {}, { header: {}, query: {} }], fails(backend)),
  row(
    'signed in by the policy of the API that leads here',
    { 'properties.credentials': absent },
    {},
    {
      around: [
        serviceRaw,
        api(),
        policyOf(
          apiId,
          '<set-backend-service backend-id="b1" /><authentication-managed-identity resource="https://cognitiveservices.azure.com" />',
        ),
      ],
    },
  ),
);

const kept = 'apim-secrets-in-keyvault';
const secrets = table(
  'named value',
  {
    kind: 'apimNamedValue',
    under: gateId,
    body: {
      id: `${gateId}/namedValues/key`,
      name: 'key',
      properties: {
        secret: true,
        keyVault: { secretIdentifier: 'https://kv-fjell.vault.azure.net/secrets/key' },
      },
    },
    around: [serviceRaw, api()],
    labels: passes(kept),
  },
  values('properties.keyVault', [absent, null, {}], fails(kept)),
  values('properties.secret', notTrue, spared(kept), { also: { 'properties.keyVault': absent } }),
  row('a gateway of no models', { 'properties.keyVault': absent }, spared(kept), { around: [serviceRaw, elsewhere] }),
);

const everything = 'apim-subscription-not-all-apis';
const subscriptions = table(
  'subscription to APIs',
  {
    kind: 'apimSubscription',
    under: gateId,
    body: { id: `${gateId}/subscriptions/team`, name: 'team', properties: { scope: apiId, state: 'active' } },
    around: [serviceRaw, api()],
    labels: passes(everything),
  },
  values('properties.scope', [`${gateId}/apis`, `${gateId}/APIs`, '/apis'], fails(everything)),
  values('properties.scope', [`${gateId}/products/models`, '/apis/chat'], {}),
);

const safety = 'apim-ai-gateway-content-safety';
const check = '<llm-content-safety backend-id="content-safety" shield-prompt="true" />';
const apis = table(
  'API to models',
  {
    ...api(),
    around: [serviceRaw, policyOf(apiId, check), policyOf(gateId, '')],
    labels: passes(safety),
  },
  row('no content safety', {}, fails(safety), { around: [serviceRaw, policyOf(apiId, ''), policyOf(gateId, '')] }),
  row(
    'content safety for the whole service',
    {},
    {},
    {
      around: [serviceRaw, policyOf(apiId, ''), policyOf(gateId, check)],
    },
  ),
  row('policies unread', {}, unsure(safety), { around: [serviceRaw], gaps: [gap('apimPolicy', gateId)] }),
  // A policy for language models makes any API one of them, so there is none here.
  row('another host', { 'properties.serviceUrl': 'https://api.contoso.example' }, spared(safety), {
    around: [serviceRaw, policyOf(apiId, ''), policyOf(gateId, '')],
  }),
);

const endpoints = 'apim-config-endpoints-private';
const services = table(
  'gateway, network',
  { ...serviceRaw, around: [api()], labels: passes(endpoints) },
  values('properties.publicNetworkAccess', ['Enabled', absent, null], fails(endpoints)),
  values('properties.virtualNetworkType', ['Internal'], {}, { also: { 'properties.publicNetworkAccess': 'Enabled' } }),
  row('no models behind it', { 'properties.publicNetworkAccess': 'Enabled' }, spared(endpoints), {
    around: [elsewhere],
  }),
);

const bypass = 'ai-gateway-bypass';
const around = [...accountAround, serviceRaw, api()];
const open = {
  'properties.publicNetworkAccess': 'Enabled',
  'properties.networkAcls': { defaultAction: 'Allow', ipRules: [] },
};
const bypassed = table(
  'account behind a gateway',
  { kind: 'aiAccount', body: account, around, labels: passes(bypass) },
  row('open to all', open, fails(bypass)),
  values('properties.networkAcls', [absent, null], fails(bypass), {
    also: { 'properties.publicNetworkAccess': 'Enabled' },
  }),
  row('open to all, the gateway leads elsewhere', open, spared(bypass), {
    around: [...accountAround, serviceRaw, elsewhere],
  }),
  row('open to all, no gateway', open, spared(bypass), { around: accountAround }),
);

const keyHealth = 'ai-cmk-key-health';
const vaultId = `${group}/providers/Microsoft.KeyVault/vaults/kv-cmk`;
const vault = (networkAcls: Body): Raw => ({
  kind: 'keyVault',
  body: {
    id: vaultId,
    name: 'kv-cmk',
    properties: { vaultUri: 'https://kv-cmk.vault.azure.net/', publicNetworkAccess: 'Enabled', networkAcls },
  },
});
const closedVault = vault({ defaultAction: 'Deny', bypass: 'AzureServices' });
const seconds = (instant: string): number => Date.parse(instant) / 1000;
const key = (attributes: Body): Raw => ({
  kind: 'vaultKey',
  under: vaultId,
  body: { id: `${vaultId}/keys/cmk`, name: 'cmk', properties: { attributes } },
});
const withKey = (attributes: Body) => ({ around: [...accountAround, closedVault, key(attributes)] });
const pinned = 'properties.encryption.keyVaultProperties.keyVersion';
const keys = table(
  'account under its own key',
  {
    kind: 'aiAccount',
    body: account,
    around: [...accountAround, closedVault, key({ enabled: true })],
    labels: passes(keyHealth),
  },
  row('the key ends in 31 days', {}, {}, withKey({ enabled: true, exp: seconds('2026-12-25T06:00:00Z') })),
  row(
    'the key ends in 29 days',
    {},
    fails(keyHealth),
    withKey({ enabled: true, exp: seconds('2026-12-23T06:00:00Z') }),
  ),
  row('the key has ended', {}, fails(keyHealth), withKey({ enabled: true, exp: seconds('2026-01-01T00:00:00Z') })),
  row('the key is off', {}, fails(keyHealth), withKey({ enabled: false })),
  values(pinned, ['0123456789abcdef0123456789abcdef'], fails(keyHealth)),
  row('the vault keeps trusted services out', {}, fails(keyHealth), {
    around: [...accountAround, vault({ defaultAction: 'Deny', bypass: 'None' }), key({ enabled: true })],
  }),
  row('keys unread', {}, unsure(keyHealth), {
    around: [...accountAround, closedVault],
    gaps: [gap('vaultKey', vaultId)],
  }),
  row('no key of its own', { 'properties.encryption': absent }, spared(keyHealth)),
);

export const gatewayOptional = [...backends, ...secrets, ...subscriptions, ...apis, ...services, ...bypassed, ...keys];
