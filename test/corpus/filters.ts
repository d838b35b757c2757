import type { Body } from '../../src/collect/collector';
import { accountId } from './bodies';
import type { Raw } from './table';

/** Content filters as `raiPolicies` states them. */
export type Filters = readonly Body[];

const filter = (name: string, source: string, more: Body = {}): Body => ({
  name,
  source,
  enabled: true,
  blocking: true,
  ...more,
});
export const harms = ['Hate', 'Sexual', 'Violence', 'Selfharm'] as const;
export const shields: Filters = [filter('Jailbreak', 'Prompt'), filter('Indirect Attack', 'Prompt')];

/** Every filter that Microsoft names, each blocking, harms at Medium. */
export const strict: Filters = [
  ...harms.flatMap((name) =>
    ['Prompt', 'Completion'].map((source) => filter(name, source, { severityThreshold: 'Medium' })),
  ),
  ...shields,
  filter('Indirect Attack Spotlighting', 'Prompt'),
  filter('Protected Material Text', 'Completion'),
  filter('Protected Material Code', 'Completion'),
  filter('Profanity', 'Prompt'),
  filter('Profanity', 'Completion'),
];

/** `list` with the filter of this name and source changed. */
export const change = (list: Filters, name: string, source: string, more: Body): Filters =>
  list.map((one) => (one['name'] === name && one['source'] === source ? { ...one, ...more } : one));

export const drop = (list: Filters, name: string, source: string): Filters =>
  list.filter((one) => one['name'] !== name || one['source'] !== source);

export const policy = (name: string, properties: Body): Raw => ({
  kind: 'guardrail',
  under: accountId,
  body: { id: `${accountId}/raiPolicies/${name}`, name, properties },
});

/** Microsoft's own policy. It states every filter, so that nothing below it is in doubt. */
export const builtIn = policy('Microsoft.DefaultV2', {
  type: 'SystemManaged',
  mode: 'Blocking',
  contentFilters: strict,
});

export const custom = (contentFilters: unknown, more: Body = {}): Raw =>
  policy('streng', {
    type: 'UserManaged',
    mode: 'Blocking',
    basePolicyName: 'Microsoft.DefaultV2',
    contentFilters,
    customBlocklists: [],
    ...more,
  });
