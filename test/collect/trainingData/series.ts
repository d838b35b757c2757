import type { DatasetDay } from '../../../src/model/trainingData';
import { judgeDays, unlike } from '../../../src/model/anomaly';
import { chanceOf, type Chance } from './synthetic';

const normal = (chance: Chance): number => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

/** How a dataset grows: blobs a day by a log-normal law, now and then a burst, less at weekends. */
export interface Growth {
  readonly days: number;
  readonly burstShare: number;
  readonly weekend: number;
  /** What the last day is multiplied by: 1 = nothing planted. */
  readonly planted: number;
}

const start = Date.parse('2026-08-03');

export function history({ days, burstShare, weekend, planted }: Growth, seed: number): readonly DatasetDay[] {
  const chance = chanceOf(seed);
  let [blobs, bytes] = [10_000, 10_000_000];
  return Array.from({ length: days }, (_, at) => {
    const burst = chance() < burstShare ? 5 : 1;
    const scale = burst * (at % 7 > 4 ? weekend : 1) * (at === days - 1 ? planted : 1);
    const written = Math.round(100 * Math.exp(0.3 * normal(chance)) * scale);
    blobs += written;
    bytes += Math.round(written * 1_000 * Math.exp(0.1 * normal(chance)));
    return { day: new Date(start + at * 86_400_000).toISOString().slice(0, 10), blobs, bytes, written };
  });
}

/** Series of the last day that are unlike their past. */
export const farSeries = (growth: Growth, seed: number): number => {
  const told = judgeDays(history(growth, seed));
  return told.state === 'judged' ? told.deviations.filter(({ z }) => Math.abs(z) >= unlike).length : 0;
};

export const seriesCount = 4;
