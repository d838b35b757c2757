import type { ArmBody } from '../tenant';
import type { Overrides } from './body';
import type { GuardrailChoice } from './intent';
import { childOf, mark, merged, systemData } from './body';
import { intend } from './intent';

interface Filter {
  readonly name: string;
  readonly source: string;
  readonly enabled: boolean;
  readonly blocking: boolean;
  readonly severityThreshold?: string;
  readonly action?: string;
}

const harms = ['Hate', 'Sexual', 'Violence', 'Selfharm'];
const harmFilters = (level: string): Filter[] =>
  harms.flatMap((name) =>
    ['Prompt', 'Completion'].map((source) => ({
      name,
      source,
      enabled: true,
      blocking: true,
      severityThreshold: level,
    })),
  );
const binary = (name: string, source: string): Filter => ({ name, source, enabled: true, blocking: true });

const defaultFilters = [
  ...harmFilters('Medium'),
  binary('Jailbreak', 'Prompt'),
  binary('Protected Material Text', 'Completion'),
  binary('Protected Material Code', 'Completion'),
];
const strictFilters = [
  ...harmFilters('Low'),
  ...defaultFilters.slice(-3),
  binary('Indirect Attack', 'Prompt'),
  binary('Profanity', 'Prompt'),
];

/** The strict set with the filter `name` at `source` edited. */
const but = (name: string, source: string, edit: Partial<Filter>): Filter[] =>
  strictFilters.map((filter) => (filter.name === name && filter.source === source ? { ...filter, ...edit } : filter));

const unshielded = strictFilters.map((filter) =>
  ['Jailbreak', 'Indirect Attack'].includes(filter.name) ? { ...filter, enabled: false, blocking: false } : filter,
);

const filtersByChoice: Record<GuardrailChoice, readonly Filter[]> = {
  strict: strictFilters,
  asyncStrict: strictFilters.map((filter) => ({ ...filter, name: filter.name.toLowerCase().replaceAll(' ', '_') })),
  defaultV2: defaultFilters,
  defaultV1: defaultFilters.map((filter) =>
    filter.severityThreshold ? filter : { ...filter, enabled: false, blocking: false },
  ),
  hateHigh: but('Hate', 'Completion', { severityThreshold: 'High' }),
  sexualOff: but('Sexual', 'Prompt', { enabled: false }),
  violenceAnnotate: but('Violence', 'Completion', { blocking: false }),
  selfharmPromptHigh: but('Selfharm', 'Prompt', { severityThreshold: 'High' }),
  jailbreakAnnotate: but('Jailbreak', 'Prompt', { blocking: false }),
  jailbreakContradiction: but('Jailbreak', 'Prompt', { blocking: false, action: 'BLOCKING' }),
  indirectUnstated: strictFilters.filter((filter) => filter.name !== 'Indirect Attack'),
  noShields: unshielded,
};

/** Content filters of a guardrail choice, in the order Azure keeps them (any). */
export const contentFiltersOf = (choice: GuardrailChoice): readonly Filter[] => filtersByChoice[choice];

/** accounts/raiPolicies of type UserManaged; strict unless told otherwise. */
export function raiPolicy(
  account: ArmBody,
  name: string,
  choice: GuardrailChoice = 'strict',
  over?: Overrides,
): ArmBody {
  const child = childOf(account, 'raiPolicies', name);
  const body = merged(
    {
      ...child,
      etag: `"${mark(child.id).toString(16)}"`,
      systemData: systemData(child.id),
      properties: {
        type: 'UserManaged',
        mode: choice === 'asyncStrict' ? 'Asynchronous_filter' : 'Blocking',
        basePolicyName: 'Microsoft.DefaultV2',
        contentFilters: filtersByChoice[choice],
        customBlocklists: mark(child.id) % 2 === 0 ? null : [],
      },
    },
    over,
  );
  return intend(body, { kind: 'guardrail', choice });
}

/** The two built-in guardrails that every account with models lists. */
export function systemRaiPolicies(account: ArmBody): ArmBody[] {
  return (['defaultV2', 'defaultV1'] as const).map((choice) => {
    const child = childOf(account, 'raiPolicies', choice === 'defaultV2' ? 'Microsoft.DefaultV2' : 'Microsoft.Default');
    const properties = {
      type: 'SystemManaged',
      mode: 'Blocking',
      basePolicyName: null,
      contentFilters: filtersByChoice[choice],
      customBlocklists: null,
    };
    return intend({ ...child, properties }, { kind: 'guardrail', choice });
  });
}

/** accounts/raiBlocklists with its items. */
export function raiBlocklist(
  account: ArmBody,
  name: string,
  patterns: readonly string[] = ['project halyard'],
): ArmBody[] {
  const list = childOf(account, 'raiBlocklists', name);
  const items = patterns.map((pattern, at) => ({
    ...childOf(list, 'raiBlocklistItems', `item-${at + 1}`),
    properties: { pattern, isRegex: false },
  }));
  return [
    { ...list, systemData: systemData(list.id), properties: { description: 'Words that never leave the company' } },
    ...items,
  ];
}

export interface DeploymentOptions {
  readonly model?: string;
  readonly version?: string;
  /** Name of the guardrail; '' leaves the property out. */
  readonly guardrail?: string;
  readonly sku?: string;
  readonly capacity?: number;
}

const unfiltered = ['text-embedding-3-large', 'text-embedding-3-small', 'whisper'];

const usualDeployment = {
  model: 'gpt-4.1',
  version: '2025-04-14',
  guardrail: 'Microsoft.DefaultV2',
  sku: 'DataZoneStandard',
  capacity: 50,
};

/** accounts/deployments; under the default guardrail unless told otherwise. */
export function deployment(account: ArmBody, name: string, options: DeploymentOptions = {}, over?: Overrides): ArmBody {
  const { model, version, guardrail, sku, capacity } = { ...usualDeployment, ...options };
  const child = childOf(account, 'deployments', name);
  const body = merged(
    {
      ...child,
      sku: { name: sku, capacity },
      etag: `"${mark(child.id).toString(16)}"`,
      systemData: systemData(child.id),
      properties: {
        model: { format: 'OpenAI', name: model, version },
        versionUpgradeOption: 'OnceNewDefaultVersionAvailable',
        currentCapacity: capacity,
        capabilities: unfiltered.includes(model)
          ? { embeddings: 'true' }
          : { chatCompletion: 'true', assistants: 'true' },
        provisioningState: 'Succeeded',
        rateLimits: [
          { key: 'request', renewalPeriod: 10, count: capacity },
          { key: 'token', renewalPeriod: 60, count: capacity * 1000 },
        ],
        ...(guardrail ? { raiPolicyName: guardrail } : {}),
      },
    },
    over,
  );
  return intend(body, {
    kind: 'deployment',
    accountId: account.id.toLowerCase(),
    guardrail,
    takesFilter: !unfiltered.includes(model),
  });
}
