import type { Retention } from '../model/retention';
import { toMillis } from './keys';
import type { Link } from './runs';

const hour = 3_600_000;

/** Hours in which every run is kept, whatever the policy says: an audit that is under way may still build on it. */
export const settlingHours = 48;

const dayOf = (instant: string): string => instant.slice(0, 10);
const monthOf = (instant: string): string => instant.slice(0, 7);

/** Weeks begin on Monday; the number counts them since 1970, so that no year's end splits one. */
const weekOf = (instant: string): string => String(Math.floor((toMillis(instant) / hour / 24 + 3) / 7));

/** The newest run of each of the `count` newest periods; `links` come newest first. */
function newestOfEach(links: readonly Link[], count: number, periodOf: (instant: string) => string): readonly Link[] {
  const newest = new Map<string, Link>();
  for (const link of links) {
    const period = periodOf(link.takenAt);
    if (!newest.has(period) && newest.size < count) newest.set(period, link);
  }
  return [...newest.values()];
}

/** Rows of the runs that stay. `links` is the chain, newest first; the head always stays, and so does what is younger than two days. */
export function toKeep(
  links: readonly Link[],
  { daily, weekly, monthly }: Retention,
  now: string,
): ReadonlySet<string> {
  const young = links.filter(({ takenAt }) => toMillis(now) - toMillis(takenAt) < settlingHours * hour);
  const kept = [
    ...links.slice(0, 1),
    ...young,
    ...newestOfEach(links, daily, dayOf),
    ...newestOfEach(links, weekly, weekOf),
    ...newestOfEach(links, monthly, monthOf),
  ];
  return new Set(kept.map(({ row }) => row));
}
