/** `ln(n!)` for every n up to `most`. */
export function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  for (let n = 2; n <= most; n += 1) logs[n] = (logs[n - 1] ?? 0) + Math.log(n);
  return logs;
}

const choose = (logs: Float64Array, n: number, k: number): number =>
  (logs[n] ?? 0) - (logs[k] ?? 0) - (logs[n - k] ?? 0);

/** Of `rows`, `labelled` bear the label; a word stands in `support` of them, in `hits` of those with the label. */
export interface Crossing {
  readonly rows: number;
  readonly labelled: number;
  readonly support: number;
  readonly hits: number;
}

/** Chance that a word without any bond to the label meets it as often or more often: the upper tail of Fisher's exact test. */
export function fisherTail({ rows, labelled, support, hits }: Crossing, logs: Float64Array): number {
  const all = choose(logs, rows, support);
  let sum = 0;
  for (let k = hits; k <= Math.min(support, labelled); k += 1)
    if (support - k <= rows - labelled)
      sum += Math.exp(choose(logs, labelled, k) + choose(logs, rows - labelled, support - k) - all);
  return Math.min(1, sum);
}

/** Chance of `hits` or more among `tries` that each hit with `chance`. */
export function binomialTail(tries: number, hits: number, chance: number, logs: Float64Array): number {
  if (hits === 0) return 1;
  let sum = 0;
  for (let k = hits; k <= tries; k += 1)
    sum += Math.exp(choose(logs, tries, k) + k * Math.log(chance) + (tries - k) * Math.log1p(-chance));
  return Math.min(1, sum);
}

/** The largest chance that still counts where one false find in `1 / rate` is borne (Benjamini and Hochberg); -1 where none does. */
export function discoveryLimit(chances: readonly number[], rate: number): number {
  const sorted = [...chances].sort((a, b) => a - b);
  return sorted.findLast((chance, at) => chance <= ((at + 1) / sorted.length) * rate) ?? -1;
}
