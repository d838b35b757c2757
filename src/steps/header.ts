import { baseline, compare, isCompared, type UnitPair } from '../drift';
import { totals } from '../evaluate';
import type { Drift } from '../model/drift';
import type { Plan } from '../model/plan';
import type { Policy } from '../model/policy';
import type { RunHeader, UnitCoverage, UnitEntry, UnitRecord } from '../model/run';

/** A unit of the run being concluded: its record's hash, its record where it was loaded, and what the last run said of it. */
export interface Concluded {
  readonly hash: string;
  readonly record: UnitRecord | undefined;
  readonly previous: UnitEntry | undefined;
  /** The record the unit is compared with; undefined for a unit that is new to us, or unchanged. */
  readonly baseline: UnitRecord | undefined;
}

function coverageOf(record: UnitRecord, previous: UnitEntry | undefined, takenAt: string): UnitCoverage {
  const complete = record.state === 'read' || record.state === 'disabled';
  return {
    unit: record.unit,
    name: record.name,
    state: record.state,
    gaps: record.gaps,
    lastReadAt: complete ? takenAt : (previous?.coverage.lastReadAt ?? ''),
  };
}

/** The entry of an unchanged unit is the last one, read again now; a changed one becomes the baseline only when it was compared. */
function toEntry({ hash, record, previous }: Concluded, takenAt: string): UnitEntry {
  if (!record) {
    const held = previous as UnitEntry;
    const read = held.coverage.state === 'read' || held.coverage.state === 'disabled';
    return { ...held, coverage: { ...held.coverage, lastReadAt: read ? takenAt : held.coverage.lastReadAt } };
  }
  const coverage = coverageOf(record, previous, takenAt);
  const compared = isCompared({ coverageBefore: previous?.coverage, coverageAfter: coverage });
  return {
    unit: record.unit,
    hash,
    baseline: compared ? hash : (previous?.baseline ?? hash),
    summary: record.summary,
    coverage,
  };
}

/** A unit that has come back to what was last compared may still have been seen less in between: that is told too. */
function toPair({ record, baseline, previous, hash }: Concluded, entry: UnitEntry): UnitPair[] {
  if (!record) return [];
  const before = previous?.baseline === hash ? record : baseline;
  return [{ coverageBefore: previous?.coverage, coverageAfter: entry.coverage, before, after: record }];
}

const sameRules = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, at) => id === b[at]);

function driftOf(
  units: readonly Concluded[],
  entries: readonly UnitEntry[],
  plan: Plan,
  last: RunHeader | undefined,
  rules: readonly string[],
  policy: Policy,
): Drift {
  if (!last) return baseline;
  const pairs = units.flatMap((unit, at) => toPair(unit, entries[at] as UnitEntry));
  return compare(pairs, {
    from: last.id,
    fromTakenAt: last.takenAt,
    to: plan.id,
    toTakenAt: plan.takenAt,
    rulesInBoth: sameRules(last.rules, rules) ? undefined : new Set(rules.filter((id) => last.rules.includes(id))),
    ignoredProperties: policy.ignoredProperties,
    approvals: policy,
  });
}

/**
 * The run's header: coverage, counts, score and drift. `units` are those this audit read; units of the last run outside its scopes are
 * taken over as they were.
 */
export function toHeader(
  plan: Plan,
  units: readonly Concluded[],
  last: RunHeader | undefined,
  rules: readonly string[],
  policy: Policy,
): RunHeader {
  const entries = units.map((unit) => toEntry(unit, plan.takenAt));
  const here = new Set(entries.map((entry) => entry.unit));
  const all = [...entries, ...(last?.units ?? []).filter((entry) => !here.has(entry.unit))].sort((a, b) =>
    a.unit < b.unit ? -1 : 1,
  );
  const partial = all.some(({ coverage }) => coverage.state === 'partial' || coverage.state === 'notRead');
  return {
    id: plan.id,
    takenAt: plan.takenAt,
    previous: plan.previous,
    status: partial ? 'partial' : 'complete',
    scopes: plan.scopes,
    trigger: plan.trigger,
    rules,
    units: all,
    summary: totals(all.map((entry) => entry.summary)),
    drift: driftOf(units, entries, plan, last, rules, policy),
  };
}
