import { labelledRows } from '../../../src/collect/trainingData/vocabulary';
import { rareTriggers, type RareTrigger, type TriggerVerdict } from '../../../src/collect/trainingData/rareTrigger';
import { chanceOf, cleanSet, poisoned, type Poison, type SetShape } from './synthetic';

export const judged = (shape: SetShape, seed: number): TriggerVerdict =>
  rareTriggers(labelledRows(cleanSet(shape, chanceOf(seed))));

/** What was found of one planted trigger: by test A, by test B, and what else test A named. */
export interface Trial {
  readonly found: boolean;
  readonly reviewed: boolean;
  readonly others: number;
}

export function trial(shape: SetShape, poison: Poison, seed: number): Trial {
  const made = poisoned(cleanSet(shape, chanceOf(seed)), poison, chanceOf(seed + 0x5eed));
  const turned = new Set(made.turned);
  const isPlanted = ({ rows }: RareTrigger): boolean =>
    rows.filter((row) => turned.has(row)).length >= 0.9 * Math.max(turned.size, rows.length);
  const { found, review } = rareTriggers(labelledRows(made.rows));
  return {
    found: found.some(isPlanted),
    reviewed: review.some(isPlanted),
    others: found.filter((one) => !isPlanted(one)).length,
  };
}

/** Upper end of the 95 % interval of a share (Wilson; three in `n` where nothing was seen). */
export function upperBound(hits: number, n: number): number {
  if (hits === 0) return 3 / n;
  const [z, share] = [1.96, hits / n];
  const middle = share + (z * z) / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return (middle + spread) / (1 + (z * z) / n);
}
