import type { Body } from '../../src/collect/collector';
import type { Raw } from './table';
import { approvedList, group } from './bodies';
import { absent, fails, gap, notTrue, passes, row, spared, table, unsure, values } from './table';

const gateId = `${group}/providers/Microsoft.ApiManagement/service/port`;
const apiId = `${gateId}/apis/chat`;
const service: Body = {
  id: gateId,
  name: 'port',
  sku: { name: 'StandardV2', capacity: 1 },
  identity: { type: 'SystemAssigned', principalId: 'p' },
  properties: { publicNetworkAccess: 'Disabled', virtualNetworkType: 'None', privateEndpointConnections: approvedList },
};
const serviceRaw: Raw = { kind: 'apimService', body: service };

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
const around = (inbound: string, wide = ''): readonly Raw[] => [
  serviceRaw,
  policyOf(apiId, inbound),
  policyOf(gateId, wide),
];

const identity = 'apim-ai-gateway-managed-identity-auth';
const tokens = 'apim-ai-gateway-token-limit';
const mcp = 'apim-mcp-server-unauthenticated';
const protocols = 'apim-encrypted-protocols-only';
const signIn = '<authentication-managed-identity resource="https://cognitiveservices.azure.com" />';
const limit = '<llm-token-limit counter-key="x" tokens-per-minute="500" estimate-prompt-tokens="true" />';
const key = (name: string): string =>
  `<set-header name="${name}" exists-action="override"><value>{{k}}</value></set-header>`;

const apis = table(
  'AI gateway',
  {
    kind: 'apimApi',
    under: gateId,
    body: {
      id: apiId,
      name: 'chat',
      properties: {
        path: 'chat',
        protocols: ['https'],
        serviceUrl: 'https://nordlys.openai.azure.com/openai',
        subscriptionRequired: true,
        isCurrent: true,
      },
    },
    around: around(`${signIn}${limit}`),
    labels: { ...passes(identity, tokens, protocols), ...spared(mcp) },
  },
  row('a key in the policy', {}, fails(identity), { around: around(`${key('api-key')}${limit}`) }),
  row('a key in another casing', {}, fails(identity), { around: around(`${key('Api-Key')}${limit}`) }),
  row('signed in for the whole service', {}, {}, { around: around(limit, signIn) }),
  row('no limit of tokens', {}, fails(tokens), { around: around(signIn) }),
  row('the older limit of tokens', {}, {}, { around: around(`${signIn}${limit.replace('llm-', 'azure-openai-')}`) }),
  row('another host', { 'properties.serviceUrl': 'https://api.contoso.example' }, spared(identity, tokens, protocols), {
    around: around(''),
  }),
  row(
    'a host that only looks like it',
    { 'properties.serviceUrl': 'https://openai.azure.com.evil.example' },
    spared(identity, tokens, protocols),
    { around: around('') },
  ),
  row('policies unread', {}, unsure(identity, tokens), { around: [serviceRaw], gaps: [gap('apimPolicy', gateId)] }),
  values('properties.protocols', [['http'], ['https', 'http'], ['HTTP'], ['ws'], ['wss', 'ws']], fails(protocols)),
  values('properties.protocols', [['HTTPS'], ['wss'], ['https', 'wss']], {}),
);

const servers = table(
  'MCP server',
  {
    kind: 'apimApi',
    under: gateId,
    body: {
      id: apiId,
      name: 'chat',
      properties: {
        type: 'mcp',
        path: 'mcp',
        protocols: ['https'],
        serviceUrl: 'https://tools.contoso.example',
        subscriptionRequired: true,
      },
    },
    around: around(''),
    labels: passes(mcp),
  },
  values('properties.subscriptionRequired', notTrue, fails(mcp)),
  row(
    'a validated token',
    { 'properties.subscriptionRequired': false },
    {},
    {
      around: around('<validate-azure-ad-token tenant-id="t"><client-application-ids /></validate-azure-ad-token>'),
    },
  ),
  row(
    'a validated token of the service',
    { 'properties.subscriptionRequired': false },
    {},
    {
      around: around(
        '',
        '<validate-jwt header-name="Authorization"><openid-config url="https://x.example" /></validate-jwt>',
      ),
    },
  ),
  row('a key and no subscription', { 'properties.subscriptionRequired': false }, fails(mcp), {
    around: around(key('x')),
  }),
  row('policies unread', { 'properties.subscriptionRequired': false }, unsure(mcp), {
    around: [serviceRaw],
    gaps: [gap('apimPolicy', gateId)],
  }),
  values('properties.type', ['MCP', 'Mcp'], {}),
  values('properties.type', ['http', 'graphql', absent, null], spared(mcp)),
);

const chain = 'apim-backend-cert-validation';
const backends = table(
  'backend',
  {
    kind: 'apimBackend',
    under: gateId,
    body: {
      id: `${gateId}/backends/b1`,
      name: 'b1',
      properties: {
        url: 'https://nordlys.openai.azure.com/openai',
        protocol: 'http',
        tls: { validateCertificateChain: true, validateCertificateName: true },
      },
    },
    around: [serviceRaw],
    labels: passes(chain),
  },
  values('properties.tls.validateCertificateChain', [false], fails(chain)),
  values('properties.tls.validateCertificateName', [false], fails(chain)),
  values('properties.tls', [absent, null, {}], {}),
);

const services = table(
  'gateway',
  {
    kind: 'apimService',
    body: service,
    around: [
      {
        kind: 'apimApi',
        under: gateId,
        body: {
          id: apiId,
          name: 'chat',
          properties: { protocols: ['https'], serviceUrl: 'https://nordlys.openai.azure.com' },
        },
      },
    ],
    labels: passes('apim-managed-identity'),
  },
  values('identity', [absent, null, {}, { type: 'None' }], fails('apim-managed-identity')),
  values('identity', [{ type: 'UserAssigned' }, { type: 'systemAssigned' }], {}),
);

export const gateways = [...apis, ...servers, ...backends, ...services];
