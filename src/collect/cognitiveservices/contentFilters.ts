import type { ContentFilter } from '../../model/ai';
import { flag, oneOf, text } from '../body';
import type { Body } from '../collector';

type Effect = ContentFilter['effect'];

const effects: readonly Effect[] = ['off', 'annotate', 'retry', 'person', 'block'];
/** Azure's weakest threshold is High: only severe content meets it. An unknown one proves nothing. */
const levels: readonly ContentFilter['level'][] = ['Unrecognised', 'High', 'Medium', 'Low'];

const weaker = <T>(order: readonly T[], a: T, b: T): T => (order.indexOf(a) <= order.indexOf(b) ? a : b);

/** Lower case without blanks, underscores and hyphens: Azure writes `Indirect Attack`, `indirect_attack` and `IndirectAttack` alike. */
export const plain = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

/**
 * `action` of api-version 2025-12-01. None leaves a filter on without a block; a person (HITL) or a repetition (RETRY) stands between;
 * an unknown action proves no block.
 */
const effectOfAction: Readonly<Record<string, Effect>> = {
  none: 'annotate',
  annotating: 'annotate',
  blocking: 'block',
  hitl: 'person',
  retry: 'retry',
};

const statedEffects = (filter: Body): readonly Effect[] => {
  const action = plain(text(filter, 'action'));
  const blocking = flag(filter, 'blocking');
  return [
    ...(action ? [effectOfAction[action] ?? 'annotate'] : []),
    ...(blocking === undefined ? [] : ([blocking ? 'block' : 'annotate'] as const)),
  ];
};

/** What a filter does: the weaker of `action` and `blocking`; on without either only annotates. */
function effectOf(filter: Body): Effect {
  if (flag(filter, 'enabled') === false) return 'off';
  const stated = statedEffects(filter);
  return stated.length === 0 ? 'annotate' : stated.reduce((a, b) => weaker(effects, a, b));
}

const toLevel = (filter: Body): ContentFilter['level'] =>
  text(filter, 'severityThreshold') === ''
    ? ''
    : oneOf(['Low', 'Medium', 'High'], 'Unrecognised', filter, 'severityThreshold');

const toContentFilter = (filter: Body): ContentFilter => ({
  filter: plain(text(filter, 'name')),
  source: plain(text(filter, 'source')),
  name: text(filter, 'name'),
  level: toLevel(filter),
  effect: effectOf(filter),
});

const weakerOf = (a: ContentFilter, b: ContentFilter): ContentFilter => ({
  ...a,
  level: a.level === '' || b.level === '' ? a.level || b.level : weaker(levels, a.level, b.level),
  effect: weaker(effects, a.effect, b.effect),
});

/** `contentFilters` sorted by filter and source, the weaker kept where one is stated twice. */
export function toContentFilters(filters: readonly Body[]): readonly ContentFilter[] {
  const found = new Map<string, ContentFilter>();
  for (const filter of filters.map(toContentFilter)) {
    const key = `${filter.filter} ${filter.source}`;
    const earlier = found.get(key);
    found.set(key, earlier ? weakerOf(earlier, filter) : filter);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, filter]) => filter);
}

/** The filters that Microsoft names for text models, with the side they work on (guardrails overview on learn.microsoft.com). */
const expected = [
  ...['hate', 'sexual', 'violence', 'selfharm'].flatMap((filter) => [
    { filter, source: 'prompt' },
    { filter, source: 'completion' },
  ]),
  { filter: 'jailbreak', source: 'prompt' },
  { filter: 'indirectattack', source: 'prompt' },
  { filter: 'protectedmaterialtext', source: 'completion' },
  { filter: 'protectedmaterialcode', source: 'completion' },
] as const;

/** Those that a policy says nothing about. */
export const missingFilters = (stated: readonly ContentFilter[]): readonly { filter: string; source: string }[] =>
  expected.filter(
    ({ filter, source }) =>
      !stated.some((other) => other.filter === filter && (other.source === source || other.source === '')),
  );
