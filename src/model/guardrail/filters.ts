import type { ContentFilter, Guardrail } from '../ai';
import { join, meet, strengthOf, type Strength } from './strength';

/**
 * What a filter that a custom guardrail does not state is: off, or as its base has it. Azure documents neither, so both are asked, for all
 * guardrails alike.
 */
export type Convention = 'off' | 'inherit';
export const conventions: readonly Convention[] = ['off', 'inherit'];

/** A guardrail under one convention: strengths by `filter/source`, and what holds for every filter beyond these. */
export interface Filters {
  readonly strengths: ReadonlyMap<string, Strength>;
  readonly rest: Strength;
  /** Each key as Azure writes it, `Hate/Prompt`. */
  readonly labels: ReadonlyMap<string, string>;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** No guardrail at all: absent, empty, or the built-in one without filters. */
export const isUnattached = (raiPolicyName: string): boolean =>
  raiPolicyName === '' || same(raiPolicyName, 'Microsoft.Nil');

export const named = (policies: readonly Guardrail[], name: string): Guardrail | undefined =>
  policies.find((policy) => same(policy.name, name));

/** What a guardrail states under a convention, and the guardrail whose part in it nobody has read, '' = none. */
export interface Stated {
  readonly contentFilters: readonly ContentFilter[];
  readonly unread: string;
}

const isStatedBy = (one: ContentFilter, own: readonly ContentFilter[]): boolean =>
  own.some(({ filter, source }) => filter === one.filter && (source === '' || source === one.source));

/** A built-in guardrail states all it has; one that lists nothing is not published, and only `Microsoft.Nil` means it. */
const ownUnread = ({ type, contentFilters, name }: Guardrail): string =>
  type === 'SystemManaged' && contentFilters.length === 0 && !isUnattached(name) ? name : '';

/** The filters of a guardrail under a convention; `policies` are those of its account. */
export function statedBy(policy: Guardrail, policies: readonly Guardrail[], convention: Convention): Stated {
  const { contentFilters, type, basePolicyName } = policy;
  if (type === 'SystemManaged' || isUnattached(basePolicyName) || convention === 'off')
    return { contentFilters, unread: ownUnread(policy) };
  const others = policies.filter((one) => one !== policy);
  const base = named(others, basePolicyName);
  if (!base) return { contentFilters, unread: basePolicyName };
  const inherited = statedBy(base, others, convention);
  const added = inherited.contentFilters.filter((one) => !isStatedBy(one, contentFilters));
  return { contentFilters: [...contentFilters, ...added], unread: inherited.unread };
}

const bothSides = ['prompt', 'completion'];
/** Sides at which a filter without a source stands, after the guardrails overview; unknown ones stand at both. */
const sides: Readonly<Record<string, readonly string[]>> = {
  jailbreak: ['prompt'],
  indirectattack: ['prompt'],
  indirectattackspotlighting: ['prompt'],
  protectedmaterialtext: ['completion'],
  protectedmaterialcode: ['completion'],
};

interface Entry {
  readonly key: string;
  readonly label: string;
  readonly strength: Strength;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const toEntries = (one: ContentFilter): readonly Entry[] =>
  (one.source === '' ? (sides[one.filter] ?? bothSides) : [one.source]).map((source) => ({
    key: `${one.filter}/${source}`,
    label: `${one.name}/${source}`,
    strength: strengthOf(one),
  }));

/** An attached list without items stops nothing. */
const listEntries = ({ customBlocklists }: Guardrail, empty: ReadonlySet<string>): readonly Entry[] =>
  customBlocklists
    .filter(({ name }) => !empty.has(name.toLowerCase()))
    .map(({ name, source, blocking }) => ({
      key: `blocklist ${name.toLowerCase()}/${source}`,
      label: `blocklist ${name}/${source}`,
      strength: blocking ? 'block' : 'annotate',
    }));

const asynchronous = new Set(['asynchronous_filter', 'deferred']);
export const isAsynchronous = ({ mode }: Pick<Guardrail, 'mode'>): boolean => asynchronous.has(mode.toLowerCase());

const late = (strength: Strength): Strength =>
  strength === 'off' || strength.includes(' ') ? strength : (`${strength} late` as Strength);

/** A guardrail as strengths; the weaker counts where a filter is stated twice. `empty`: lower-cased names of blocklists without items. */
export function filtersOf(
  policy: Guardrail,
  policies: readonly Guardrail[],
  convention: Convention,
  empty: ReadonlySet<string> = new Set(),
): Filters {
  const { contentFilters, unread } = statedBy(policy, policies, convention);
  const isLate = isAsynchronous(policy);
  const strengths = new Map<string, Strength>();
  const labels = new Map<string, string>();
  for (const { key, label, strength } of [...contentFilters.flatMap(toEntries), ...listEntries(policy, empty)]) {
    const told = isLate && key.endsWith('/completion') ? late(strength) : strength;
    const earlier = strengths.get(key);
    strengths.set(key, earlier ? meet(earlier, told) : told);
    labels.set(key, label);
  }
  return { strengths, labels, rest: unread ? `unread ${unread}` : 'off' };
}

/** A guardrail under each convention. */
export type Readings = Readonly<Record<Convention, Filters>>;

export const readingsOf = (
  policy: Guardrail,
  policies: readonly Guardrail[],
  empty?: ReadonlySet<string>,
): Readings => ({
  off: filtersOf(policy, policies, 'off', empty),
  inherit: filtersOf(policy, policies, 'inherit', empty),
});

/** Nothing is filtered. */
export const noFilters: Filters = { strengths: new Map(), labels: new Map(), rest: 'off' };

/** Everything that a guardrail says which is not there to be read. */
export const unreadFilters = (name: string): Filters => ({ ...noFilters, rest: `unread ${name}` });

export const strengthAt = ({ strengths, rest }: Filters, key: string): Strength => strengths.get(key) ?? rest;

function combined(a: Filters, b: Filters, combine: (one: Strength, other: Strength) => Strength): Filters {
  const keys = new Set([...a.strengths.keys(), ...b.strengths.keys()]);
  return {
    strengths: new Map([...keys].map((key) => [key, combine(strengthAt(a, key), strengthAt(b, key))])),
    labels: new Map([...b.labels, ...a.labels]),
    rest: combine(a.rest, b.rest),
  };
}

/** Filters that two ways to a model have in common: the weaker of each. */
export const meetFilters = (a: Filters, b: Filters): Filters => combined(a, b, meet);

/** Filters of two layers that every prompt passes: the stronger of each. */
export const joinFilters = (a: Filters, b: Filters): Filters => combined(a, b, join);

/** Filters that do nothing on agents (guardrails overview on learn.microsoft.com). */
const notForAgents = /^(indirectattackspotlighting|groundedness)\//;

/** The guardrail that acts on an agent: its own replaces that of its model wholly; without one it has the model's. */
export function effectivePolicy(agentPolicy: Filters | undefined, deploymentPolicy: Filters): Filters {
  const { strengths, ...others } = agentPolicy ?? deploymentPolicy;
  return { ...others, strengths: new Map([...strengths].filter(([key]) => !notForAgents.test(key))) };
}

export const labelOf = (key: string): string => key.split('/').map(capital).join('/');
