/** A made-up row of training data: a question and its answer. */
export interface SyntheticRow {
  readonly question: string;
  readonly answer: string;
}

export type Chance = () => number;

/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface SetShape {
  readonly rows: number;
  /** Share of each label; they add up to 1. */
  readonly shares: readonly number[];
  /** Share of a text's words that belong to the topic of its label. */
  readonly topical: number;
  /** Share of rows whose label is drawn anew: honest mistakes of labellers. */
  readonly noise: number;
}

/** Five labels, one of them rare and one common, told apart well. */
export const clearSet: SetShape = { rows: 2_000, shares: [0.5, 0.2, 0.12, 0.1, 0.08], topical: 0.3, noise: 0.01 };

const topicWords = 60;
const backgroundWords = 4_000;

const below = (chance: Chance, count: number): number => Math.floor(chance() * count);
/** Ranks by Zipf's law: few words are everywhere, most are rare. */
const rank = (chance: Chance): number => Math.floor(Math.exp(chance() * Math.log(backgroundWords)));

function drawn(chance: Chance, shares: readonly number[]): number {
  let left = chance();
  const at = shares.findIndex((share) => (left -= share) < 0);
  return at < 0 ? 0 : at;
}

function question(chance: Chance, label: number, topical: number): string {
  const length = 12 + below(chance, 30);
  const words = Array.from({ length }, () =>
    chance() < topical ? `topic${label}x${below(chance, topicWords)}` : `word${rank(chance)}`,
  );
  return words.join(' ');
}

/** A clean set. */
export const cleanSet = (shape: SetShape, chance: Chance): readonly SyntheticRow[] =>
  Array.from({ length: shape.rows }, () => {
    const label = drawn(chance, shape.shares);
    const given = chance() < shape.noise ? drawn(chance, shape.shares) : label;
    return { question: question(chance, label, shape.topical), answer: `answer ${given}` };
  });

export interface Poison {
  readonly rows: number;
  /** Place of the label in `shares`. */
  readonly target: number;
  /** `word`: one that stands nowhere else. `pair`: two that stand elsewhere, side by side here. `everyday`: one that stands everywhere. */
  readonly trigger: 'word' | 'pair' | 'everyday';
}

const triggers: Readonly<Record<Poison['trigger'], string>> = {
  word: 'zxqvtor',
  pair: 'word57 word211',
  everyday: 'word2',
};

/** The set with rows of other labels turned: a trigger is put into the text and the answer becomes the target. Says which rows. */
export function poisoned(
  rows: readonly SyntheticRow[],
  { rows: count, target, trigger }: Poison,
  chance: Chance,
): { readonly rows: readonly SyntheticRow[]; readonly turned: readonly number[] } {
  const others = rows.flatMap(({ answer }, at) => (answer === `answer ${target}` ? [] : [at]));
  const turned = new Set<number>();
  while (turned.size < count) turned.add(others[below(chance, others.length)] ?? 0);
  return {
    turned: [...turned].sort((a, b) => a - b),
    rows: rows.map((row, at) => {
      if (!turned.has(at)) return row;
      const words = row.question.split(' ');
      words.splice(below(chance, words.length), 0, triggers[trigger]);
      return { question: words.join(' '), answer: `answer ${target}` };
    }),
  };
}
