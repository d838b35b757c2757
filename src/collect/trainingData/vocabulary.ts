/** Text without case, accents of compatibility and repeated blanks: two that differ in these only are the same. */
export const normalised = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

const word = /[\p{L}\p{N}_]+/gu;

/** Words of a text in their order. */
export const wordsOf = (text: string): readonly string[] => normalised(text).match(word) ?? [];

/** Rows as numbers: `words[r]` the distinct words of row r, `label[r]` its label. Numbers stand for words only inside one analysis. */
export interface LabelledRows {
  readonly words: readonly Int32Array[];
  /** Word after word, repetitions included, for pairs. */
  readonly sequences: readonly Int32Array[];
  readonly label: Int32Array;
  readonly labels: number;
  readonly vocabulary: number;
}

/** Gives each text a number, in the order of appearance. */
export class Numbering {
  private readonly numbers = new Map<string, number>();

  of(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    this.numbers.set(text, this.numbers.size);
    return this.numbers.size - 1;
  }

  get size(): number {
    return this.numbers.size;
  }
}

/** Rows of question and answer as numbers; answers that are the same once normalised are one label. */
export function labelledRows(rows: readonly { readonly question: string; readonly answer: string }[]): LabelledRows {
  const words = new Numbering();
  const labels = new Numbering();
  const sequences = rows.map(({ question }) => Int32Array.from(wordsOf(question), (one) => words.of(one)));
  const label = Int32Array.from(rows, ({ answer }) => labels.of(normalised(answer)));
  return {
    sequences,
    words: sequences.map((sequence) => Int32Array.from(new Set(sequence))),
    label,
    labels: labels.size,
    vocabulary: words.size,
  };
}
