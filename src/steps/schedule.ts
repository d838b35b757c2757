import { Cron } from 'croner';
import type { SelfHealth } from '../model/run';

const mostCounted = 1000;
const lateAfterMinutes = 15;

const cronOf = (schedule: string): Cron =>
  new Cron(schedule, { paused: true, timezone: 'UTC', mode: '5-or-6-parts', domAndDow: true, sloppyRanges: true });

/** The newest time at or before `now` at which the schedule wanted an audit; '' when it never did. */
export function dueBefore(schedule: string, now: string): string {
  const after = new Date(Date.parse(now) + 1000);
  return cronOf(schedule).previousRuns(1, after)[0]?.toISOString() ?? '';
}

/** Times strictly between two instants at which the schedule wanted an audit; a thousand stands for more. */
export function duesBetween(schedule: string, from: string, to: string): number {
  if (from === '' || to === '') return 0;
  const cron = cronOf(schedule);
  let count = 0;
  for (let at = cron.nextRun(new Date(from)); at && at.getTime() < Date.parse(to); at = cron.nextRun(at))
    if ((count += 1) >= mostCounted) break;
  return count;
}

/** What the schedule says of an audit: which ones were missed before it, and whether it began late. */
export function scheduleHealth(
  schedule: string,
  dueAt: string,
  lastDueAt: string,
  startedAt: string,
): Omit<SelfHealth, 'dead'> {
  const late = dueAt === '' ? 0 : Math.floor((Date.parse(startedAt) - Date.parse(dueAt)) / 60_000);
  return {
    dueAt,
    lastDueAt,
    missed: duesBetween(schedule, lastDueAt, dueAt),
    lateMinutes: late >= lateAfterMinutes ? late : 0,
  };
}
