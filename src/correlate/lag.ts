import type { Finding } from '../model/finding';

const hour = 3_600_000;

const hours = (from: string, until: string): number | undefined => {
  const span = Date.parse(until) - Date.parse(from);
  return Number.isNaN(span) ? undefined : Math.round(span / hour);
};

/**
 * By how many whole hours Defender saw a fault later than we did: from `firstSeenAt` to the instant at which it changed its verdict where it sees
 * the fault too, and to the run where it does not yet. Negative where it was first. Our own sight is as fine as the schedule: a fault of
 * the first run may be older. Undefined where one of the two says nothing, or where the rule and the recommendation are not the same test.
 */
export function lagOf({ status, firstSeenAt, defender }: Finding, takenAt: string): number | undefined {
  if (status !== 'fail' || firstSeenAt === '') return undefined;
  if (defender.outcome === 'agree') return hours(firstSeenAt, defender.statusChangedAt);
  return defender.outcome === 'stale' ? hours(firstSeenAt, takenAt) : undefined;
}

/** The findings, each with its lag where it has one. */
export const withLag = (findings: readonly Finding[], takenAt: string): readonly Finding[] =>
  findings.map((finding) => {
    const lagHours = lagOf(finding, takenAt);
    return lagHours === undefined ? finding : { ...finding, defender: { ...finding.defender, lagHours } };
  });
