import type { Body } from '../../src/collect/collector';
import { account, accountAround, accountId, accountRaw, group, sub, subnetId, subscriptionRaw } from './bodies';
import { builtIn, custom, strict } from './filters';
import type { Raw } from './table';
import { absent, fails, gap, lay, notTrue, passes, row, spared, table, unsure, values } from './table';

const outbound = 'foundry-managed-network-approved-outbound';
const network = (isolationMode: unknown): Raw => ({
  kind: 'managedNetwork',
  under: accountId,
  body: {
    id: `${accountId}/managedNetworks/default`,
    name: 'default',
    properties: { managedNetwork: { isolationMode } },
  },
});
const managed = (isolationMode: unknown): readonly Raw[] => [...accountAround, network(isolationMode)];
const managedNetworks = table(
  'account with a managed network',
  {
    kind: 'aiAccount',
    body: lay(account, { 'properties.networkInjections': absent }),
    around: managed('AllowOnlyApprovedOutbound'),
    labels: passes(outbound),
  },
  ...['AllowInternetOutbound', 'allowinternetoutbound', 'Disabled', 'Some2027', '', null].map((mode) =>
    row(`isolation ${JSON.stringify(mode)}`, {}, fails(outbound), { around: managed(mode) }),
  ),
  row('isolation in another casing', {}, {}, { around: managed('allowonlyapprovedoutbound') }),
  row('no managed network', {}, fails(outbound), { around: accountAround }),
  row('managed networks unread', {}, unsure(outbound), {
    around: accountAround,
    gaps: [gap('managedNetwork', accountId)],
  }),
  values('properties.allowProjectManagement', notTrue, spared(outbound)),
);

const scope = 'foundry-application-authorization-scope';
const project = `${accountId}/projects/fjord`;
const projectRaw: Raw = {
  kind: 'project',
  under: accountId,
  body: { id: project, name: 'nordlys/fjord', properties: {} },
};
const applications = table(
  'agent application',
  {
    kind: 'agentApplication',
    under: project,
    body: {
      id: `${project}/applications/hjelper`,
      name: 'hjelper',
      properties: { isEnabled: true, authorizationPolicy: { type: 'Default' } },
    },
    around: [accountRaw, projectRaw],
    labels: passes(scope),
  },
  values(
    'properties.authorizationPolicy.type',
    ['OrganizationScope', 'organizationscope', 'Channels', 'Everyone2027'],
    fails(scope),
  ),
  values('properties.authorizationPolicy.type', ['default'], {}),
  values('properties.isEnabled', [false], spared(scope)),
);

const egress = 'vnet-injected-agent-subnet-egress';
const vnet = subnetId.replace(/\/subnets\/.*$/, '');
const subnet = (patch: Body = {}): readonly Body[] => [
  lay(
    {
      id: subnetId,
      name: 'agents',
      properties: {
        delegations: [{ name: 'd', properties: { serviceName: 'Microsoft.App/environments' } }],
        routeTable: { id: `${group}/providers/Microsoft.Network/routeTables/to-firewall` },
        networkSecurityGroup: { id: `${group}/providers/Microsoft.Network/networkSecurityGroups/nsg` },
      },
    },
    patch,
  ),
];
const withSubnet = (patch: Body): Body => ({ 'properties.subnets': subnet(patch) });
const networks = table(
  'virtual network of agents',
  {
    kind: 'virtualNetwork',
    body: { id: vnet, name: 'vnet', properties: { subnets: subnet() } },
    around: [accountRaw],
    labels: passes(egress),
  },
  ...['routeTable', 'networkSecurityGroup'].flatMap((name) =>
    (
      [
        ['absent', absent],
        ['null', null],
        ['empty', {}],
      ] as const
    ).map(([shown, value]) => row(`${name} ${shown}`, withSubnet({ [`properties.${name}`]: value }), fails(egress))),
  ),
  row(
    'delegated to something else',
    withSubnet({ 'properties.delegations': [], 'properties.routeTable': null }),
    spared(egress),
  ),
);

const provider = 'raipolicy-external-safety-provider-trusted';
const providers = table(
  'external safety provider',
  {
    kind: 'raiExternalSafetyProvider',
    under: sub,
    body: {
      id: `${sub}/providers/Microsoft.CognitiveServices/raiExternalSafetyProviders/vakt`,
      name: 'vakt',
      properties: {
        url: 'https://safety.contoso.example/check',
        secretName: 'key',
        keyVaultUri: 'https://kv-fjell.vault.azure.net/',
        managedIdentity: `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id`,
      },
    },
    around: [subscriptionRaw],
    labels: passes(provider),
  },
  values('properties.url', ['http://safety.contoso.example/check', 'HTTP://safety.contoso.example'], fails(provider)),
  values('properties.keyVaultUri', [absent, null, ''], fails(provider)),
  values('properties.managedIdentity', [absent, null, ''], fails(provider)),
  row('a host of the list', {}, {}, { policy: { allowedConnectionHosts: ['safety.contoso.example'] } }),
  row('a host that is not of the list', {}, fails(provider), { policy: { allowedConnectionHosts: ['other.example'] } }),
);

const tools = 'raipolicy-tool-call-filters';
const filters = 'properties.contentFilters';
const toolFilter = (source: string, more: Body = {}): Body => ({
  name: 'Indirect Attack',
  source,
  enabled: true,
  blocking: true,
  ...more,
});
const toolCalls = table(
  'guardrail of agents',
  {
    ...custom([...strict, toolFilter('PostToolCall')]),
    around: [accountRaw, builtIn, projectRaw],
    labels: passes(tools),
  },
  ...['PreToolCall', 'PostToolCall', 'PreRun', 'PostRun', 'posttoolcall'].map((source) =>
    row(`a filter at ${source}`, { [filters]: [...strict, toolFilter(source)] }, {}),
  ),
  row('no filter of tools', { [filters]: strict }, fails(tools)),
  row(
    'a filter of tools that is off',
    { [filters]: [...strict, toolFilter('PostToolCall', { enabled: false })] },
    fails(tools),
  ),
  row('no agent', { [filters]: strict }, spared(tools), { around: [accountRaw, builtIn] }),
  values('properties.type', ['SystemManaged'], spared(tools)),
);

export const foundryOptional = [...managedNetworks, ...applications, ...networks, ...providers, ...toolCalls];
