import type { Body } from '../../src/collect/collector';
import {
  account,
  accountId,
  accountRaw,
  group,
  otherSub,
  sub,
  subscription,
  subscriptionRaw,
  workspace,
  workspaceId,
} from './bodies';
import type { Raw } from './table';
import { absent, fails, gap, lay, passes, row, spared, table, unsure } from './table';

const root = '/providers/Microsoft.Management/managementGroups/mg-root';
const builtInSet = '/providers/Microsoft.Authorization/policySetDefinitions/';
const builtIn = '/providers/Microsoft.Authorization/policyDefinitions/';
const assigned = (definition: string, scope: string = sub, more: Body = {}): Raw => ({
  kind: 'policyAssignment',
  body: {
    id: `${scope}/providers/Microsoft.Authorization/policyAssignments/${definition.slice(-12)}`,
    name: definition.slice(-12),
    properties: { scope, policyDefinitionId: definition, enforcementMode: 'Default', ...more },
  },
});
const exempted = (definition: string, scope: string, expiresOn?: string): Raw => ({
  kind: 'policyExemption',
  body: {
    id: `${scope}/providers/Microsoft.Authorization/policyExemptions/x`,
    name: 'x',
    properties: {
      policyAssignmentId: `${sub}/providers/Microsoft.Authorization/policyAssignments/${definition.slice(-12)}`,
      exemptionCategory: 'Waiver',
      ...(expiresOn ? { expiresOn } : {}),
    },
  },
});

const guarded = 'ai-policy-assignment-missing';
const guardrails = `${builtInSet}5207647b-3e83-4e28-b836-c382cb5e2a2e`;
const approvedModels = `${builtIn}aafe3651-cb78-4f68-9f81-e7e41509110f`;
const noKeys = `${builtIn}71ef260a-8f18-47b7-abcb-62d0673d94dc`;
const all = [guardrails, approvedModels, noKeys];
const deny: Body = { parameters: { effect: { value: 'Deny' } } };
const effectOf = (effect: unknown): Body => ({ parameters: effect === absent ? {} : { effect: { value: effect } } });
const assignedAll = (scope: string = sub, more: Body = {}): readonly Raw[] => [
  accountRaw,
  ...all.map((definition) => assigned(definition, scope, { ...deny, ...more })),
];
const policies = table(
  'policies of a subscription',
  { kind: 'subscription', body: subscription, around: assignedAll(), labels: passes(guarded) },
  row('at a management group above', {}, {}, { around: assignedAll(root) }),
  row('none', {}, fails(guarded), { around: [accountRaw] }),
  row('another policy', {}, fails(guarded), {
    around: [accountRaw, assigned(`${builtIn}037eea7a-bd0a-46c5-9a66-03aea78705d3`)],
  }),
  ...['Audit', 'audit', 'Disabled', 'Warn2027'].map((effect) =>
    row(`effect ${effect}`, {}, fails(guarded), { around: assignedAll(sub, effectOf(effect)) }),
  ),
  row('effect in lower case', {}, {}, { around: assignedAll(sub, effectOf('deny')) }),
  row('effect left to the policy', {}, unsure(guarded), { around: assignedAll(sub, effectOf(absent)) }),
  row('the initiative alone', {}, fails(guarded), { around: [accountRaw, assigned(guardrails)] }),
  row('models alone', {}, {}, { around: [accountRaw, assigned(approvedModels, sub, deny)] }),
  row('key access alone', {}, {}, { around: [accountRaw, assigned(noKeys, sub, deny)] }),
  row('at another subscription', {}, fails(guarded), { around: assignedAll(otherSub) }),
  row('not enforced', {}, fails(guarded), { around: assignedAll(sub, { enforcementMode: 'DoNotEnforce' }) }),
  row('an exemption without an end', {}, fails(guarded), { around: [...assignedAll(), exempted(noKeys, accountId)] }),
  row(
    'an exemption with an end',
    {},
    {},
    { around: [...assignedAll(), exempted(noKeys, accountId, '2027-01-01T00:00:00Z')] },
  ),
  row('no account', {}, spared(guarded), { around: [] }),
  row('assignments unread', {}, unsure(guarded), { around: [accountRaw], gaps: [gap('policyAssignment', sub)] }),
);

/** The policies that only say what jobs of a workspace may do, by rule. */
const jobPolicies = {
  'mlcompute-allowed-image-registries': '5853517a-63de-11ea-bc55-0242ac130003',
  'mlcompute-allowed-module-authors': '53c70b02-63dd-11ea-bc55-0242ac130003',
  'mlcompute-allowed-python-channels': '77eeea86-7e81-4a7d-9067-de844d096752',
  'mlcompute-approval-endpoint': '3948394e-63de-11ea-bc55-0242ac130003',
  'mlcompute-code-signing-key': '6a6f7384-63de-11ea-bc55-0242ac130003',
  'mlcompute-full-log-filter': '1d413020-63de-11ea-bc55-0242ac130003',
} as const;
const jobs = Object.entries(jobPolicies).flatMap(([rule, guid]) => {
  const around = (scope: string, more: Body = {}) => ({
    around: [subscriptionRaw, assigned(`${builtIn}${guid}`, scope, more)],
  });
  return table(
    `policy ${guid}`,
    { kind: 'mlWorkspace', body: workspace, ...around(sub), labels: passes(rule) },
    ...[root, group, workspaceId].map((scope) => row(`at ${scope}`, {}, {}, around(scope))),
    row('none', {}, fails(rule), { around: [subscriptionRaw] }),
    row('at another workspace', {}, fails(rule), around(`${workspaceId}-2`)),
    row('not enforced', {}, fails(rule), around(sub, { enforcementMode: 'DoNotEnforce' })),
    row('not for this group', {}, fails(rule), around(sub, { notScopes: [group] })),
    row('assignments unread', {}, unsure(rule), {
      around: [subscriptionRaw],
      gaps: [gap('policyAssignment', sub)],
    }),
  );
});

const cost = 'ai-cost-budget-missing';
const told = { enabled: true, operator: 'GreaterThan', threshold: 80, contactEmails: ['ops@contoso.example'] };
const budget = (scope: string, notifications: unknown = { at80: told }): Raw => ({
  kind: 'budget',
  under: sub,
  body: {
    id: `${scope}/providers/Microsoft.Consumption/budgets/ai`,
    name: 'ai',
    properties: { amount: 100, notifications },
  },
});
const budgets = table(
  'budget of a subscription',
  { kind: 'subscription', body: subscription, around: [accountRaw, budget(sub)], labels: passes(cost) },
  row('at the resource group', {}, {}, { around: [accountRaw, budget(group)] }),
  row('at another resource group', {}, fails(cost), { around: [accountRaw, budget(`${group}-2`)] }),
  row('none', {}, fails(cost), { around: [accountRaw] }),
  ...[{}, { at80: { ...told, enabled: false } }, { at80: { ...told, contactEmails: [] } }].map((notifications, index) =>
    row(`nobody is told, ${index + 1}`, {}, fails(cost), { around: [accountRaw, budget(sub, notifications)] }),
  ),
  row('budgets unread', {}, unsure(cost), { around: [accountRaw], gaps: [gap('budget', sub)] }),
);

const paths = 'subscription-attack-path-notifications';
const contact = (patch: Body = {}): { readonly around: readonly Raw[] } => ({
  around: [
    {
      kind: 'securityContact',
      under: sub,
      body: lay(
        {
          id: `${sub}/providers/Microsoft.Security/securityContacts/default`,
          name: 'default',
          properties: {
            isEnabled: true,
            emails: 'ops@contoso.example',
            notificationsSources: [{ sourceType: 'AttackPath', minimalRiskLevel: 'High' }],
          },
        },
        patch,
      ),
    },
  ],
});
const level = (minimalRiskLevel: unknown, sourceType = 'AttackPath') =>
  contact({ 'properties.notificationsSources': [{ sourceType, minimalRiskLevel }] });
const contacts = table(
  'contacts of a subscription',
  { kind: 'subscription', body: subscription, ...contact(), labels: passes(paths) },
  ...['Medium', 'Low', 'low'].map((one) => row(`from ${one}`, {}, {}, level(one))),
  ...['Critical', '', null].map((one) => row(`from ${JSON.stringify(one)}`, {}, fails(paths), level(one))),
  row('only alerts', {}, fails(paths), level('High', 'Alert')),
  row('no sources', {}, fails(paths), contact({ 'properties.notificationsSources': absent })),
  row('off', {}, fails(paths), contact({ 'properties.isEnabled': false })),
  row('no contact', {}, fails(paths), { around: [] }),
  row('contacts unread', {}, unsure(paths), { around: [], gaps: [gap('securityContact', sub)] }),
);

const shields = 'contentsafety-account-present';
const ofKind = (kind: string): readonly Raw[] => [
  { kind: 'aiAccount', body: lay(account, { kind }) },
  {
    kind: 'deployment',
    under: accountId,
    body: {
      id: `${accountId}/deployments/chat`,
      name: 'chat',
      properties: { model: { format: 'OpenAI', name: 'gpt-4o', version: '1' } },
    },
  },
];
const safety: Raw = {
  kind: 'aiAccount',
  body: lay(account, { id: `${accountId}-safe`, name: 'nordlys-safe', kind: 'ContentSafety' }),
};
const shielded = table(
  'shields of a subscription',
  { kind: 'subscription', body: subscription, around: [...ofKind('OpenAI'), safety], labels: passes(shields) },
  row('a Foundry account', {}, {}, { around: ofKind('AIServices') }),
  row('neither', {}, fails(shields), { around: ofKind('OpenAI') }),
  row('no model', {}, spared(shields), { around: ofKind('OpenAI').slice(0, 1) }),
);

export const governance = [...policies, ...jobs, ...budgets, ...contacts, ...shielded];
