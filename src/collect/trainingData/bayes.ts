import type { LabelledRows } from './vocabulary';

/**
 * Naive Bayes over the distinct words of rows, asked about a row as if it had been trained without that row. It serves to ask whether the rest
 * of a text disagrees with its label.
 */
export class Bayes {
  private readonly counts: Int32Array;
  private readonly totals: Float64Array;
  private readonly priors: Float64Array;
  private readonly kinds: number;

  /** `allowed`: words that the model may look at. */
  constructor(
    private readonly rows: LabelledRows,
    private readonly allowed: (word: number) => boolean = () => true,
  ) {
    const { labels, vocabulary } = rows;
    this.counts = new Int32Array(vocabulary * labels);
    this.totals = new Float64Array(labels);
    this.priors = new Float64Array(labels);
    rows.words.forEach((words, row) => this.add(words, rows.label[row] ?? 0));
    this.kinds = Array.from({ length: vocabulary }, (_, word) => word).filter(this.allowed).length;
  }

  private add(words: Int32Array, label: number): void {
    this.priors[label] = (this.priors[label] ?? 0) + 1;
    for (const word of words) {
      if (!this.allowed(word)) continue;
      const at = word * this.rows.labels + label;
      this.counts[at] = (this.counts[at] ?? 0) + 1;
      this.totals[label] = (this.totals[label] ?? 0) + 1;
    }
  }

  /** The label that the other rows speak for, by the words of this row that are not `left`. */
  predict(row: number, left: ReadonlySet<number> = new Set()): number {
    const words = (this.rows.words[row] ?? new Int32Array()).filter((word) => this.allowed(word) && !left.has(word));
    const own = this.rows.label[row] ?? 0;
    let best = 0;
    let most = -Infinity;
    for (let label = 0; label < this.rows.labels; label += 1) {
      const score = this.score(words, label, label === own ? 1 : 0);
      if (score > most) [best, most] = [label, score];
    }
    return best;
  }

  /** `out`: 1 where the row itself is among what was counted for the label. */
  private score(words: Int32Array, label: number, out: 0 | 1): number {
    const held = (this.priors[label] ?? 0) - out;
    if (held <= 0) return -Infinity;
    const room = Math.log((this.totals[label] ?? 0) - out * words.length + this.kinds);
    let sum = Math.log(held);
    for (const word of words) {
      const count = (this.counts[word * this.rows.labels + label] ?? 0) - out;
      sum += Math.log(count + 1) - room;
    }
    return sum;
  }
}
