import type { DatasetDay } from './trainingData';

/** How far the last day of a series is from its own past: in spreads of the past, signed. */
export interface Deviation {
  readonly series: SeriesName;
  readonly value: number;
  readonly median: number;
  /** 0 where the past is constant: then a change is a change and no matter of chance. */
  readonly z: number;
  /** A small shift in one direction that has lasted seven days. */
  readonly drifts: boolean;
}

export type SeriesName = 'blobs written' | 'blobs removed' | 'bytes added' | 'bytes a blob';

/** `learning`: fewer than fourteen earlier days. */
export type Judgement =
  | { readonly state: 'learning'; readonly days: number }
  | { readonly state: 'judged'; readonly deviations: readonly Deviation[] };

/** Spreads from which on a day counts as unlike its past. */
export const unlike = 5;

const leastDays = 14;
const window = 28;
const weeks = 8;
const dayMs = 86_400_000;
/** A past that hardly moves would make every small change look large: 0.2 in logarithms is about a fifth. */
const leastSpread = 0.05;
const leastWeekdaySpread = 0.2;
const smoothing = 0.2;
const driftLimit = 3 * Math.sqrt(smoothing / (2 - smoothing));
const driftDays = 7;

interface Point {
  /** Days since 1970. */
  readonly at: number;
  readonly value: number;
}

const dayNumber = ({ day }: DatasetDay): number => Math.round(Date.parse(day) / dayMs);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

interface Standing {
  readonly median: number;
  readonly z: number;
}

/** Median and median absolute deviation; a constant past says nothing of chance. */
function standing(value: number, past: readonly number[], floor: number): Standing {
  const middle = median(past);
  const spread = 1.4826 * median(past.map((one) => Math.abs(one - middle)));
  return { median: middle, z: spread === 0 ? 0 : (value - middle) / Math.max(spread, floor) };
}

/** How well a series repeats after seven days, over the pairs that were seen. */
function weekly(points: readonly Point[]): number {
  const byDay = new Map(points.map(({ at, value }) => [at, value]));
  const pairs = points.flatMap(({ at, value }) => {
    const before = byDay.get(at - 7);
    return before === undefined ? [] : [[before, value] as const];
  });
  if (pairs.length < leastDays) return 0;
  const middle = points.reduce((sum, { value }) => sum + value, 0) / points.length;
  const spread = points.reduce((sum, { value }) => sum + (value - middle) ** 2, 0) / points.length;
  const shared = pairs.reduce((sum, [a, b]) => sum + (a - middle) * (b - middle), 0) / pairs.length;
  return spread === 0 ? 0 : shared / spread;
}

function standingAt(points: readonly Point[], last: Point, byWeekday: boolean): Standing {
  const past = points.filter(({ at }) => at < last.at);
  const same = past.filter(({ at }) => (last.at - at) % 7 === 0).slice(-weeks);
  if (byWeekday && same.length === weeks)
    return standing(
      last.value,
      same.map(({ value }) => value),
      leastWeekdaySpread,
    );
  return standing(
    last.value,
    past.slice(-window).map(({ value }) => value),
    leastSpread,
  );
}

/** Seven days on which the smoothed distance stayed on one side beyond its limit. */
function drifts(points: readonly Point[], byWeekday: boolean): boolean {
  let smooth = 0;
  const trail = points.slice(leastDays).map((point) => {
    smooth = smoothing * standingAt(points, point, byWeekday).z + (1 - smoothing) * smooth;
    return smooth;
  });
  const recent = trail.slice(-driftDays);
  const beyond = (side: 1 | -1): boolean => recent.every((one) => one * side > driftLimit);
  return recent.length === driftDays && (beyond(1) || beyond(-1));
}

type Measure = (day: DatasetDay, before: DatasetDay) => number;

const measures: Readonly<Record<SeriesName, Measure>> = {
  'blobs written': ({ written }) => written,
  'blobs removed': ({ blobs }, before) => Math.max(0, before.blobs - blobs),
  'bytes added': ({ bytes }, before) => Math.max(0, bytes - before.bytes),
  'bytes a blob': ({ bytes, blobs }) => bytes / Math.max(1, blobs),
};

/** One value for each day whose day before was seen too: over a gap no difference is a day's. */
const pointsOf = (days: readonly DatasetDay[], measure: Measure): readonly Point[] =>
  days.flatMap((day, at) => {
    const before = days[at - 1];
    if (!before || dayNumber(day) - dayNumber(before) !== 1) return [];
    return [{ at: dayNumber(day), value: Math.log1p(measure(day, before)) }];
  });

function deviation(series: SeriesName, points: readonly Point[]): Deviation {
  const last = points.at(-1) ?? { at: 0, value: 0 };
  const byWeekday = weekly(points) > 0.5;
  const { median: middle, z } = standingAt(points, last, byWeekday);
  return {
    series,
    value: Math.round(Math.expm1(last.value)),
    median: Math.round(Math.expm1(middle)),
    z,
    drifts: drifts(points, byWeekday),
  };
}

/** Judges the last day of a dataset against its own past. Slow changes, and such as have the shape of a season, are not seen. */
export function judgeDays(days: readonly DatasetDay[]): Judgement {
  const all = Object.entries(measures).map(
    ([series, measure]) => [series as SeriesName, pointsOf(days, measure)] as const,
  );
  const seen = Math.max(0, (all[0]?.[1].length ?? 0) - 1);
  if (seen < leastDays) return { state: 'learning', days: seen };
  return { state: 'judged', deviations: all.map(([series, points]) => deviation(series, points)) };
}
