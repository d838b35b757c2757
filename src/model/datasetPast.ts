import type { Resource } from './resource';
import type { DatasetDay, DatasetFingerprint } from './trainingData';

/** Nine weeks: eight earlier samples of each weekday. */
const mostDays = 63;

function joinedDays(before: readonly DatasetDay[], now: readonly DatasetDay[]): readonly DatasetDay[] {
  const byDay = new Map([...before, ...now].map((one) => [one.day, one]));
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1)).slice(-mostDays);
}

const joined = (now: DatasetFingerprint, before: DatasetFingerprint): DatasetFingerprint => ({
  ...now,
  first: before.first.changeRoot === '' ? now.first : before.first,
  days: joinedDays(before.days, now.days),
});

/**
 * Fingerprints with what earlier runs knew of them: the marks first seen, and one entry a day. The past travels inside the resource, so
 * that it is kept, carried over gaps and given up with it.
 */
export function withPast(resources: readonly Resource[], before: readonly Resource[]): readonly Resource[] {
  const past = new Map(before.flatMap((one) => (one.kind === 'datasetFingerprint' ? [[one.id, one] as const] : [])));
  if (past.size === 0) return resources;
  return resources.map((one) => {
    const held = one.kind === 'datasetFingerprint' ? past.get(one.id) : undefined;
    return one.kind === 'datasetFingerprint' && held ? joined(one, held) : one;
  });
}
