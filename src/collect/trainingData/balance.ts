import { normalised } from './vocabulary';

/** Answers as labels. `counts` are sorted and bear no names: what the labels say is content. */
export interface Balance {
  readonly counts: readonly number[];
  /** In bits. */
  readonly entropy: number;
}

/** More kinds of answers than this are texts, not labels. */
const mostLabels = 50;
/** Where answers are texts: classes by their first words must cover this share. */
const leastCovered = 0.8;
const firstWords = 8;

function countsOf(texts: readonly string[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
}

const opening = (answer: string): string => normalised(answer).split(' ').slice(0, firstWords).join(' ');

const entropyOf = (counts: readonly number[]): number => {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, count) => sum - (count / all) * Math.log2(count / all), 0);
};

/**
 * Labels of the rows: whole answers, or how they begin, in the order given. Undefined where neither makes at most fifty classes for four
 * fifths of the rows: then nothing that needs labels applies. Rows outside of the classes get none ('').
 */
export function labelsOf(answers: readonly string[]): readonly string[] | undefined {
  const whole = answers.map(normalised);
  if (new Set(whole).size <= mostLabels) return whole;
  const openings = answers.map(opening);
  const counts = Map.groupBy(openings, (one) => one);
  const top = [...counts].sort((a, b) => b[1].length - a[1].length).slice(0, mostLabels);
  const covered = top.reduce((sum, [, held]) => sum + held.length, 0);
  const known = new Set(top.map(([one]) => one));
  return covered >= leastCovered * answers.length ? openings.map((one) => (known.has(one) ? one : '')) : undefined;
}

export function balanceOf(labels: readonly string[]): Balance {
  const counts = countsOf(labels);
  return { counts, entropy: entropyOf(counts) };
}
