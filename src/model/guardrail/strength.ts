import type { ContentFilter } from '../ai';

/**
 * How much one filter does. A filter that only annotates is weaker than one that asks a person or for a new answer, which do not compare with
 * each other; blocking at High is the weakest block, for only the worst content meets it, and Low the strictest. `late` is a filter of an
 * asynchronous answer: it speaks when the text is out. `unstated` blocks at a threshold that Azure does not give; `unread NAME` stands for
 * whatever a guardrail says that nobody has read.
 */
type Level = 'annotate' | 'person' | 'retry' | 'high' | 'medium' | 'low' | 'block' | 'unstated';
export type Strength = 'off' | Level | `${Level} late` | `unread ${string}`;

/** Where two strengths stand to each other; `apart` = neither is weaker, `open` = Azure does not say enough. */
export type Relation = 'less' | 'equal' | 'greater' | 'apart' | 'open';

const ranks: Readonly<Record<Level, number>> = {
  annotate: 4,
  person: 8,
  retry: 8,
  high: 12,
  medium: 16,
  low: 20,
  block: 20,
  unstated: 20,
};

interface Extent {
  readonly lowest: number;
  readonly highest: number;
  /** `person` or `retry` in the band where the two do not compare. */
  readonly way: string;
}

/** A late filter is weaker than the same in time, and still stronger than the next weaker one. */
function extentOf(strength: Strength): Extent {
  if (strength === 'off') return { lowest: 0, highest: 0, way: '' };
  if (strength.startsWith('unread ')) return { lowest: 0, highest: ranks.low, way: '' };
  const [level, late] = strength.split(' ') as [Level, string?];
  const highest = ranks[level] - (late ? 1 : 0);
  const lowest = level === 'unstated' ? ranks.high - (late ? 1 : 0) : highest;
  return { lowest, highest, way: level === 'person' || level === 'retry' ? level : '' };
}

const isApart = (a: Extent, b: Extent): boolean => a.way !== '' && b.way !== '' && a.way !== b.way;

/** The strength of `a` against that of `b`. */
export function compareStrength(a: Strength, b: Strength): Relation {
  if (a === b) return 'equal';
  const [one, other] = [extentOf(a), extentOf(b)];
  if (isApart(one, other)) return 'apart';
  if (one.highest < other.lowest) return 'less';
  if (one.lowest > other.highest) return 'greater';
  return one.lowest === one.highest && other.lowest === other.highest ? 'equal' : 'open';
}

/** What is sure of two strengths whose order is open: no more than the weaker of the two might be. */
const openMeet = (a: Strength, b: Strength): Strength =>
  a.startsWith('unread ') ? a : b.startsWith('unread ') ? b : a;

/** The greatest strength that is no stronger than either. */
export function meet(a: Strength, b: Strength): Strength {
  const relation = compareStrength(a, b);
  if (relation === 'apart') return 'annotate';
  if (relation === 'open') return a === 'off' || b === 'off' ? 'off' : openMeet(a, b);
  return relation === 'greater' ? b : a;
}

/** The least strength that is no weaker than either. */
export function join(a: Strength, b: Strength): Strength {
  const relation = compareStrength(a, b);
  if (relation === 'apart') return 'high late';
  if (relation === 'open') return openMeet(b, a);
  return relation === 'less' ? b : a;
}

/** Only harm categories have thresholds; a threshold on another known filter says nothing. */
const harms = new Set(['hate', 'sexual', 'violence', 'selfharm']);
const onOff = new Set([
  'jailbreak',
  'indirectattack',
  'indirectattackspotlighting',
  'protectedmaterialtext',
  'protectedmaterialcode',
  'profanity',
  'pii',
  'taskadherence',
  'groundedness',
]);

/** A threshold nobody knows proves no more than the weakest. */
const levels = { Low: 'low', Medium: 'medium', High: 'high', Unrecognised: 'high' } as const;

/** The strength of one filter as a guardrail states it; unknown filters are compared by their threshold where they state one. */
export function strengthOf({ filter, effect, level }: Pick<ContentFilter, 'filter' | 'effect' | 'level'>): Strength {
  if (effect !== 'block') return effect;
  if (onOff.has(filter)) return 'block';
  if (level === '') return harms.has(filter) ? 'unstated' : 'block';
  return levels[level];
}

const words: Readonly<Record<Level, string>> = {
  annotate: 'annotate',
  person: 'ask a person',
  retry: 'ask again',
  high: 'block at High',
  medium: 'block at Medium',
  low: 'block at Low',
  block: 'block',
  unstated: 'block, threshold not stated',
};

/** `block at Medium`, `annotate, late`: for evidence and tables. */
export function strengthWords(strength: Strength): string {
  if (strength === 'off') return 'off';
  if (strength.startsWith('unread ')) return `as ${strength.slice(7)} says, which was not read`;
  const [level, late] = strength.split(' ') as [Level, string?];
  return `${words[level]}${late ? ', late' : ''}`;
}
