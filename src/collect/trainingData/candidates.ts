import type { LabelledRows } from './vocabulary';

/** A word or a pair of neighbours, the rows it stands in, and the answer that most of them bear. */
export interface Candidate {
  /** Words of it: one, or the two of a pair. */
  readonly words: readonly number[];
  readonly rows: readonly number[];
  readonly label: number;
  readonly hits: number;
}

const mostShare = 0.05;
const purity = 0.9;

/** Rows of every word and of every pair of neighbours, by number; pairs after words. */
export function placesOf({ words, sequences, vocabulary }: LabelledRows): Map<number, number[]> {
  const found = new Map<number, number[]>();
  const put = (key: number, row: number): void => {
    const rows = found.get(key);
    if (!rows) found.set(key, [row]);
    else if (rows.at(-1) !== row) rows.push(row);
  };
  words.forEach((list, row) => list.forEach((word) => put(word, row)));
  sequences.forEach((list, row) =>
    list.forEach((word, at) => at > 0 && put((list[at - 1] ?? 0) * vocabulary + word + vocabulary, row)),
  );
  return found;
}

function topLabel(rows: readonly number[], { label, labels }: LabelledRows): Pick<Candidate, 'label' | 'hits'> {
  const counts = new Int32Array(labels);
  for (const row of rows) counts[label[row] ?? 0] = (counts[label[row] ?? 0] ?? 0) + 1;
  const hits = Math.max(...counts);
  return { label: counts.indexOf(hits), hits };
}

const wordsOfKey = (key: number, vocabulary: number): readonly number[] =>
  key < vocabulary ? [key] : [Math.floor((key - vocabulary) / vocabulary), (key - vocabulary) % vocabulary];

/** Words and pairs that stand in at least `support` rows and in few enough to be rare. */
export function candidatesIn(rows: LabelledRows, support: number): readonly Candidate[] {
  const most = rows.words.length * mostShare;
  return [...placesOf(rows)]
    .filter(([, held]) => held.length >= support && held.length <= most)
    .map(([key, held]) => ({ words: wordsOfKey(key, rows.vocabulary), rows: held, ...topLabel(held, rows) }));
}

/** Words that stand in four of five rows of the candidate: they would speak for it, so they are not asked. */
export function companions({ rows, words }: Candidate, all: LabelledRows): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const row of rows) for (const word of all.words[row] ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count >= 0.8 * rows.length).map(([word]) => word);
  return new Set([...words, ...shared]);
}

/** Nine in ten of its rows, or more, bear one answer. */
export const isPure = ({ hits, rows }: Candidate): boolean => hits >= purity * rows.length;
