/** Chance of a normal value of `z` or more; Abramowitz and Stegun 26.2.17, wrong by less than 1e-7. */
function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const terms = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const series = terms.reduceRight((sum, term) => (sum + term) * t, 0);
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
}

/** Upper tail of chi-square by Wilson and Hilferty's cube root, good to about three digits. */
function chiSquareTail(value: number, freedom: number): number {
  if (value <= 0 || freedom <= 0) return 1;
  const spread = 2 / (9 * freedom);
  return normalTail((Math.cbrt(value / freedom) - (1 - spread)) / Math.sqrt(spread));
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Twice the sum of `seen · ln(seen / expected)` of one set against both together. */
function deviance(counts: readonly number[], both: readonly number[]): number {
  const share = sumOf(counts) / sumOf(both);
  return counts.reduce(
    (sum, seen, rank) => (seen > 0 ? sum + 2 * seen * Math.log(seen / ((both[rank] ?? 0) * share)) : sum),
    0,
  );
}

/** Chance that two sets of sorted counts are draws from one distribution: the G-test over ranks, a missing rank counting nought. */
export function sameBalance(before: readonly number[], after: readonly number[]): number {
  const ranks = Math.max(before.length, after.length);
  const both = Array.from({ length: ranks }, (_, rank) => (before[rank] ?? 0) + (after[rank] ?? 0));
  return chiSquareTail(deviance(before, both) + deviance(after, both), ranks - 1);
}
