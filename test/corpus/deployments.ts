import type { Body } from '../../src/collect/collector';
import { account, accountId, accountRaw, otherSub } from './bodies';
import { builtIn, change, custom, drop, harms, policy, strict, type Filters } from './filters';
import type { Labels, Raw } from './table';
import { absent, fails, gap, lay, passes, row, spared, table, unsure, values } from './table';

const attached = 'deployment-content-filter-attached';
const mode = 'deployment-filter-mode-synchronous';
const jailbreak = 'deployment-prompt-shield-jailbreak';
const indirect = 'deployment-prompt-shield-indirect';
const spotlighting = 'deployment-prompt-shield-spotlighting';
const materialText = 'deployment-protected-material-text';
const materialCode = 'deployment-protected-material-code';
const profanity = ['deployment-filter-profanity-prompt', 'deployment-filter-profanity-completion'] as const;
const harmRules = harms.map((harm) => `deployment-filter-${harm.toLowerCase()}`);
const byFilter = [mode, jailbreak, indirect, spotlighting, materialText, materialCode, ...profanity, ...harmRules];
const capacity = 'deployment-capacity-unbounded';
const residency = 'deployment-data-residency-sku';
const tuned = 'deployment-finetuned-custom-model';
const approved = 'deployment-model-approved';
const spillover = 'deployment-provisioned-spillover';
const healthy = 'deployment-provisioning-healthy';
const minimum = 'deployment-guardrail-minimum';
const spilled = 'deployment-spillover-guardrail';
const overflow = { 'properties.spilloverDeploymentName': 'Std' };
const other = (raiPolicyName: string): Raw => ({
  kind: 'deployment',
  under: accountId,
  body: {
    id: `${accountId}/deployments/std`,
    name: 'std',
    properties: { model: { format: 'OpenAI', name: 'gpt-4o', version: '2024-11-20' }, raiPolicyName },
  },
});
const asked = (filter: string, atLeast: 'block' | 'Low' | 'Medium') => ({
  policy: { guardrailBaseline: [{ filter, source: 'prompt', atLeast }] },
});

const body: Body = {
  id: `${accountId}/deployments/chat`,
  name: 'chat',
  sku: { name: 'DataZoneStandard', capacity: 100 },
  properties: {
    model: { format: 'OpenAI', name: 'gpt-4o', version: '2024-11-20' },
    raiPolicyName: 'streng',
    versionUpgradeOption: 'NoAutoUpgrade',
    provisioningState: 'Succeeded',
  },
};
const around = (...guardrails: readonly Raw[]): readonly Raw[] => [accountRaw, builtIn, ...guardrails];
const base = {
  kind: 'deployment',
  under: accountId,
  body,
  around: around(custom(strict)),
  policy: {
    allowedRegions: ['norwayeast'],
    allowedModels: ['gpt-4o'],
    allowedPublishers: ['Microsoft'],
  },
  labels: {
    ...passes(attached, capacity, residency, approved, healthy, ...byFilter),
    ...spared(tuned, spillover),
  },
} as const;

const withFilters = (name: string, filters: unknown, labels: Labels, more: Body = {}) =>
  row(`guardrail: ${name}`, {}, labels, { around: around(custom(filters, more)) });

/** One filter that fails in each of the ways in which a filter can. */
const weaknesses = (name: string, source: string, rule: string, list: Filters = strict) => [
  ...withFilters(`${name}/${source} off`, change(list, name, source, { enabled: false }), fails(rule)),
  ...withFilters(`${name}/${source} annotates`, change(list, name, source, { blocking: false }), fails(rule)),
  ...withFilters(
    `${name}/${source} neither blocks nor not`,
    change(list, name, source, { blocking: null }),
    fails(rule),
  ),
  ...withFilters(`${name}/${source} blocks as text`, change(list, name, source, { blocking: 'true' }), fails(rule)),
  ...withFilters(
    `${name}/${source} action against blocking`,
    change(list, name, source, { action: 'ANNOTATING' }),
    fails(rule),
  ),
  ...withFilters(
    `${name}/${source} action none`,
    change(list, name, source, { action: 'NONE', blocking: null }),
    fails(rule),
  ),
  ...withFilters(`${name}/${source} by action`, change(list, name, source, { action: 'BLOCKING', blocking: null }), {}),
  ...withFilters(`${name}/${source} blocking in lower case`, change(list, name, source, { action: 'blocking' }), {}),
];
const thresholds = (harm: string, rule: string) => [
  ...['High', 'high', 'Extreme2027'].map((severityThreshold) =>
    withFilters(`${harm} at ${severityThreshold}`, change(strict, harm, 'Prompt', { severityThreshold }), fails(rule)),
  ),
  ...['Low', 'low', 'medium'].map((severityThreshold) =>
    withFilters(`${harm} at ${severityThreshold}`, change(strict, harm, 'Completion', { severityThreshold }), {}),
  ),
];

const snake: Filters = strict.map((one) => ({ ...one, name: String(one['name']).toLowerCase().replaceAll(' ', '_') }));
const model = (format: string, name: string): Body => ({ 'properties.model': { format, name, version: '1' } });

const filterRows = [
  ...harms.flatMap((harm, index) => [
    weaknesses(harm, index % 2 ? 'Prompt' : 'Completion', harmRules[index]!),
    ...thresholds(harm, harmRules[index]!),
  ]),
  weaknesses('Jailbreak', 'Prompt', jailbreak),
  weaknesses('Indirect Attack', 'Prompt', indirect),
  weaknesses('Protected Material Text', 'Completion', materialText),
  weaknesses('Protected Material Code', 'Completion', materialCode),
  weaknesses('Profanity', 'Prompt', profanity[0]),
  weaknesses('Profanity', 'Completion', profanity[1]),
  withFilters(
    'spotlighting off',
    change(strict, 'Indirect Attack Spotlighting', 'Prompt', { enabled: false }),
    fails(spotlighting),
  ),
  withFilters(
    'spotlighting annotates',
    change(strict, 'Indirect Attack Spotlighting', 'Prompt', { blocking: false }),
    {},
  ),
  withFilters(
    'stated twice, once weaker',
    [...strict, { name: 'jailbreak', source: 'prompt', enabled: true, blocking: false }],
    fails(jailbreak),
  ),
  withFilters('a person decides', change(strict, 'Jailbreak', 'Prompt', { action: 'HITL' }), fails(jailbreak)),
  withFilters(
    'sources in lower case',
    strict.map((one) => ({ ...one, source: String(one['source']).toLowerCase() })),
    {},
  ),
  withFilters('an unknown filter beside', [...strict, { name: 'Foo2027', source: 'Prompt', enabled: false }], {}),
  withFilters('snake case', snake, {}),
  withFilters('reordered', [...strict].reverse(), {}),
  // Not stated: off in one reading, the base policy's in the other. The base blocks, so the readings differ.
  withFilters('Violence/Prompt not stated', drop(strict, 'Violence', 'Prompt'), unsure(harmRules[2]!)),
  withFilters('Jailbreak not stated', drop(strict, 'Jailbreak', 'Prompt'), unsure(jailbreak)),
  withFilters('Indirect Attack not stated', drop(strict, 'Indirect Attack', 'Prompt'), unsure(indirect)),
  row('guardrail: not stated, and off in the base', {}, fails(jailbreak), {
    around: [
      accountRaw,
      policy('grunn', {
        type: 'UserManaged',
        mode: 'Blocking',
        contentFilters: change(strict, 'Jailbreak', 'Prompt', { enabled: false }),
      }),
      custom(drop(strict, 'Jailbreak', 'Prompt'), { basePolicyName: 'grunn' }),
    ],
  }),
  ...['Asynchronous_filter', 'asynchronous_filter', 'Deferred', 'deferred'].map((word) =>
    withFilters(`mode ${word}`, strict, fails(mode), { mode: word }),
  ),
  ...['Default', 'blocking'].map((word) => withFilters(`mode ${word}`, strict, {}, { mode: word })),
];

export const deployments = table(
  'deployment',
  base,
  ...filterRows,
  values('properties.raiPolicyName', [absent, null, '', 'Microsoft.Nil', 'microsoft.nil', 'MICROSOFT.NIL'], {
    ...fails(attached),
    ...spared(...byFilter),
  }),
  values('properties.raiPolicyName', ['STRENG', 'Microsoft.DefaultV2', 'microsoft.defaultv2'], {}),
  values('properties.raiPolicyName', ['finnes-ikke'], unsure(...byFilter)),
  row('guardrails unread', {}, unsure(...byFilter), { around: [accountRaw], gaps: [gap('guardrail', accountId)] }),
  ...['text-embedding-3-large', 'text-embedding-ada-002', 'whisper', 'TEXT-EMBEDDING-3-SMALL'].map((name) =>
    row(`model ${name}`, model('OpenAI', name), { ...spared(attached, ...byFilter), ...fails(approved) }),
  ),
  row('a format without a promised filter', model('Anthropic', 'claude-sonnet'), {
    ...spared(attached, ...byFilter),
    ...fails(approved),
  }),
  row(
    'an embedding without a guardrail',
    { ...model('OpenAI', 'text-embedding-3-large'), 'properties.raiPolicyName': '' },
    { ...spared(attached, ...byFilter), ...fails(approved) },
  ),
  values('sku.capacity', [0, 1, 999, 1000], {}),
  values('sku.capacity', [1001, 50_000], fails(capacity)),
  values('sku.capacity', [absent, null, '5000'], unsure(capacity)),
  row('a ceiling of 50', {}, fails(capacity), { policy: { maxDeploymentCapacity: 50 } }),
  row('a ceiling of 100', {}, {}, { policy: { maxDeploymentCapacity: 100 } }),
  values('properties.dynamicThrottlingEnabled', [true], fails(capacity)),
  values('properties.dynamicThrottlingEnabled', [false, null, 'true'], {}),
  values('sku.name', ['GlobalStandard', 'globalstandard', 'GlobalBatch'], fails(residency)),
  values('sku.name', ['Standard', 'DataZoneBatch'], {}),
  values('sku.name', ['GlobalProvisionedManaged'], fails(residency, spillover)),
  values('sku.name', ['ProvisionedManaged', 'DataZoneProvisionedManaged', 'provisionedmanaged'], fails(spillover)),
  values('sku.name', ['ProvisionedManaged'], passes(spillover), {
    also: { 'properties.spilloverDeploymentName': 'chat-2' },
  }),
  row('no regions given', { 'sku.name': 'GlobalStandard' }, spared(residency), { policy: { allowedRegions: [] } }),
  values('properties.model.name', ['gpt-4o-mini', 'o3', 'gpt-4'], fails(approved)),
  values('properties.model.name', ['GPT-4o'], {}),
  row(
    'an allowed publisher',
    { 'properties.model': { format: 'Microsoft', name: 'Phi-4', version: '1', publisher: 'Microsoft' } },
    {},
  ),
  row(
    'another publisher',
    { 'properties.model': { format: 'DeepSeek', name: 'DeepSeek-R1', version: '1', publisher: 'DeepSeek' } },
    fails(approved),
  ),
  row('overflow under the same guardrail', overflow, passes(spilled), {
    around: around(custom(strict), other('Streng')),
  }),
  row('overflow under no guardrail', overflow, fails(spilled), {
    around: around(custom(strict), other('Microsoft.Nil')),
  }),
  row('the minimum is met', {}, passes(minimum), asked('hate', 'Medium')),
  row('the minimum is no filter of the guardrail', {}, fails(minimum), asked('pii', 'block')),
  row('a minimum, and nobody reads guardrails', {}, unsure(minimum, ...byFilter), {
    ...asked('hate', 'Medium'),
    around: [accountRaw],
    gaps: [gap('guardrail', accountId)],
  }),
  row('no models given', {}, spared(approved), { policy: { allowedModels: [], allowedPublishers: [] } }),
  values('properties.provisioningState', ['Failed', 'failed', 'Canceled', 'Disabled'], fails(healthy)),
  values('properties.provisioningState', ['Succeeded', 'Creating', 'Accepted'], {}),
  row(
    'fine-tuned, the account has an owner',
    { 'properties.model.name': 'gpt-4o.ft-1a2b' },
    { ...passes(tuned), ...fails(approved) },
  ),
  row(
    'fine-tuned, nobody owns it',
    { 'properties.model.name': 'gpt-4o.ft-1a2b' },
    { ...fails(tuned, approved) },
    {
      around: [{ kind: 'aiAccount', body: lay(account, { tags: {} }) }, builtIn, custom(strict)],
    },
  ),
  row(
    'a source in another subscription',
    {
      'properties.model.source': `${otherSub}/x`,
      'properties.model.sourceAccount': accountId.replace(/^\/subscriptions\/[^/]+/, otherSub),
    },
    fails(tuned),
  ),
);
