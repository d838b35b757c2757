import type { Body } from '../../src/collect/collector';
import { accountId, accountRaw, group, sub, subnetId, subscriptionRaw } from './bodies';
import { policy, strict } from './filters';
import type { Raw } from './table';
import { absent, fails, gap, passes, row, spared, table, unsure, values } from './table';

const egress = 'raipolicy-egress-default-deny';
const computes = 'foundry-workbench-and-compute-exposure';
const labels = 'foundry-tool-labels-missing';
const alias = 'ai-dangling-openai-dns';
const exposure = 'ai-monitor-prompt-log-exposure';

const guardrail = policy('streng', { type: 'UserManaged', contentFilters: strict });
const outbound = (egressPolicy: unknown): readonly Raw[] => [
  accountRaw,
  {
    kind: 'guardrailEgress',
    under: accountId,
    body: { id: `${accountId}/raiPolicies/streng`, name: 'streng', properties: { type: 'UserManaged', egressPolicy } },
  },
];
const rule = (actionType: string, match?: Body): Body => ({
  name: 'r1',
  ruleType: 'Fqdn',
  action: { actionType },
  ...(match ? { match } : {}),
});
const enforced: Body = {
  mode: 'Enforced',
  defaultAction: 'Deny',
  rules: [rule('Allow', { host: '*.contoso.example' })],
};
const withRules = (...rules: readonly Body[]) => ({ around: outbound({ ...enforced, rules }) });

const egressPolicies = table(
  'egress policy',
  { ...guardrail, around: outbound(enforced), labels: passes(egress) },
  row('defaults of the server', {}, {}, { around: outbound({}) }),
  row('in lower case', {}, {}, { around: outbound({ mode: 'enforced', defaultAction: 'deny' }) }),
  row('allowed', {}, fails(egress), { around: outbound({ ...enforced, defaultAction: 'Allow' }) }),
  row('a word of tomorrow', {}, fails(egress), { around: outbound({ ...enforced, defaultAction: 'Ask2027' }) }),
  row('written down only', {}, fails(egress), { around: outbound({ ...enforced, mode: 'Audit' }) }),
  row('a rule for all hosts', {}, fails(egress), withRules(rule('Allow'))),
  row('a rule for a star', {}, fails(egress), withRules(rule('Allow', { host: '*' }))),
  row('headers for all hosts', {}, fails(egress), withRules(rule('Transform', { host: '*', path: '/*' }))),
  row('a path of all hosts', {}, {}, withRules(rule('Allow', { host: '*', path: '/v1/' }))),
  row('all hosts denied', {}, {}, withRules(rule('Deny', { host: '*' }))),
  row('built in', { 'properties.type': 'SystemManaged' }, spared(egress)),
  row('none', {}, spared(egress), { around: [accountRaw] }),
  row('not read', {}, unsure(egress), { around: [accountRaw], gaps: [gap('guardrailEgress', accountId)] }),
);

const compute = (properties: Body): Body => ({ id: `${accountId}/computes/box`, name: 'box', properties });
const instances = table(
  'Foundry container instance',
  {
    kind: 'foundryCompute',
    under: accountId,
    body: compute({
      computeType: 'ContainerInstance',
      idleTimeBeforeShutdown: 'PT30M',
      sshSettings: { adminEnabled: false },
      connectivityEndpoints: { privateIpAddress: '10.0.0.4' },
    }),
    around: [accountRaw],
    labels: passes(computes),
  },
  values('properties.sshSettings', [absent, null, {}], {}),
  values('properties.sshSettings.adminEnabled', [true], fails(computes)),
  values('properties.connectivityEndpoints.publicIpAddress', ['203.0.113.7'], fails(computes)),
  values('properties.idleTimeBeforeShutdown', [absent, null, ''], fails(computes)),
  values('properties.computeType', ['Quantum2027', absent], spared(computes)),
);
const pools = table(
  'Foundry cluster',
  {
    kind: 'foundryCompute',
    under: accountId,
    body: compute({ computeType: 'Cluster', pools: [], subnetArmId: subnetId }),
    around: [accountRaw],
    labels: passes(computes),
  },
  values('properties.subnetArmId', [absent, null, ''], fails(computes)),
);
const project = `${accountId}/projects/fjord`;
const projectRaw: Raw = { kind: 'project', under: accountId, body: { id: project, name: 'nordlys/fjord' } };
const workbenches = table(
  'Foundry workbench',
  {
    kind: 'foundryCompute',
    under: project,
    body: { id: `${project}/workbenches/w1`, name: 'w1', properties: { idleTimeBeforeShutdown: 'PT1H' } },
    around: [accountRaw, projectRaw],
    labels: passes(computes),
  },
  values('properties.sshSettings.adminEnabled', [true], fails(computes)),
);

const label = (properties: Body): readonly Raw[] => [
  accountRaw,
  projectRaw,
  { kind: 'toolLabel', under: accountId, body: { id: `${accountId}/raiToolLabels/l1`, name: 'l1', properties } },
];
const trusted: Body = { toolConnectionName: 'Sok', accountScope: { labelValues: { trust: 'internal' } } };
const forProject = (name: string): Body => ({
  toolConnectionName: 'sok',
  projectScopes: [{ project: name, labelValues: { trust: 'internal' } }],
});
const toolLabels = table(
  'tool connection',
  {
    kind: 'connection',
    under: project,
    body: {
      id: `${project}/connections/sok`,
      name: 'sok',
      properties: { category: 'RemoteTool', authType: 'AAD', target: 'https://mcp.contoso.example/' },
    },
    around: label(trusted),
    labels: passes(labels),
  },
  row('for its project', {}, {}, { around: label(forProject('Fjord')) }),
  row('for another project', {}, fails(labels), { around: label(forProject('fjell')) }),
  row('of another tool', {}, fails(labels), { around: label({ ...trusted, toolConnectionName: 'post' }) }),
  row('without a value', {}, fails(labels), { around: label({ ...trusted, accountScope: { labelValues: {} } }) }),
  row('none', {}, fails(labels), { around: [accountRaw, projectRaw] }),
  row('not read', {}, unsure(labels), { around: [accountRaw, projectRaw], gaps: [gap('toolLabel', accountId)] }),
  values('properties.category', ['AzureOpenAI', 'AzureBlob', absent], spared(labels)),
  values('properties.category', ['GroundingWithBingSearch', 'remotetool'], fails(labels), {
    around: [accountRaw, projectRaw],
  }),
);

const aliases = table(
  'DNS alias',
  {
    kind: 'dnsAlias',
    body: {
      id: `${group}/providers/Microsoft.Network/dnszones/contoso.example/CNAME/chat`,
      name: 'chat',
      type: 'microsoft.network/dnszones/cname',
      properties: { TTL: 3600, CNAMERecord: { cname: 'nordlys.cognitiveservices.azure.com' } },
    },
    around: [accountRaw],
    labels: passes(alias),
  },
  values('properties.CNAMERecord.cname', ['Nordlys.CognitiveServices.azure.com.'], {}),
  values(
    'properties.CNAMERecord.cname',
    ['sydlys.cognitiveservices.azure.com', 'gone.openai.azure.com', 'gone.services.ai.azure.com.'],
    fails(alias),
  ),
  row('no account', {}, fails(alias), { around: [] }),
  row('accounts unread', {}, unsure(alias), { around: [], gaps: [gap('aiAccount', sub)] }),
);

const logs = `${group}/providers/Microsoft.OperationalInsights/workspaces/la`;
const reader = '/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7';
const readerRole: Raw = {
  kind: 'roleDefinition',
  body: {
    id: reader,
    name: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
    properties: { roleName: 'Reader', type: 'BuiltInRole', permissions: [{ actions: ['*/read'] }] },
  },
};
const readers = (n: number, userType = 'Member'): readonly Raw[] =>
  Array.from({ length: n }, (_, at) => `aaaaaaaa-0000-4000-8000-0000000000${10 + at}`).flatMap((id): Raw[] => [
    {
      kind: 'roleAssignment',
      body: {
        id: `${sub}/providers/Microsoft.Authorization/roleAssignments/${id}`,
        name: id,
        properties: { roleDefinitionId: reader, principalId: id, principalType: 'User', scope: sub },
      },
    },
    { kind: 'principal', body: { '@odata.type': '#microsoft.graph.user', id, displayName: 'A', userType } },
  ]);
const setting = (properties: Body = {}): Raw => ({
  kind: 'diagnosticSetting',
  under: accountId,
  body: {
    id: `${accountId}/providers/Microsoft.Insights/diagnosticSettings/all`,
    name: 'all',
    properties: { workspaceId: logs, logs: [{ categoryGroup: 'allLogs', enabled: true }], ...properties },
  },
});
const fed = (n: number, one = setting(), userType?: string): readonly Raw[] => [
  ...[accountRaw, subscriptionRaw, readerRole, one],
  ...readers(n, userType),
];
const few = { maxPromptLogReaders: 3 };
const promptLogs = table(
  'workspace of prompt logs',
  {
    kind: 'logWorkspace',
    body: { id: logs, name: 'la', location: 'norwayeast', properties: { retentionInDays: 30 } },
    around: fed(3),
    policy: few,
    labels: passes(exposure),
  },
  row('one reader more', {}, fails(exposure), { around: fed(4) }),
  row('requests and traces', {}, fails(exposure), {
    around: fed(4, setting({ logs: [{ category: 'RequestResponse', enabled: true }] })),
  }),
  row('a guest', {}, fails(exposure), { around: fed(1, setting(), 'Guest') }),
  row('audit alone', {}, spared(exposure), {
    around: fed(4, setting({ logs: [{ category: 'Audit', enabled: true }] })),
  }),
  row('requests switched off', {}, spared(exposure), {
    around: fed(4, setting({ logs: [{ category: 'RequestResponse', enabled: false }] })),
  }),
  row('roles unread', {}, unsure(exposure), { gaps: [gap('roleDefinition', '/')] }),
);

export const foundryPreview = [
  ...egressPolicies,
  ...instances,
  ...pools,
  ...workbenches,
  ...toolLabels,
  ...aliases,
  ...promptLogs,
];
