import { compare, type UnitPair } from '../../src/drift';
import type { Drift } from '../../src/model/drift';
import { defaultPolicy } from '../../src/model/policy';
import type { Finding } from '../../src/model/finding';
import type { HeldResource, UnitCoverage, UnitRecord } from '../../src/model/run';
import { emptySummary, finding } from '../store/records';

export { gap } from '../evaluate/snapshots';

/** A unit as one run knows it: state as its gaps say, unless told. */
export const record = (
  resources: readonly HeldResource[],
  findings: readonly Finding[] = [],
  more: Partial<UnitRecord> = {},
): UnitRecord => ({
  unit: 's',
  name: 'AI prod',
  state: (more.gaps ?? []).length > 0 ? 'partial' : 'read',
  resources,
  findings,
  gaps: [],
  unmatched: [],
  foreign: { resources: [], findings: [] },
  summary: emptySummary,
  ...more,
});

export const on = (resource: HeldResource, status: Finding['status'], more: Partial<Finding> = {}): Finding =>
  finding(more.ruleId ?? 'r', resource, {
    status,
    firstSeenAt: status === 'fail' ? '2026-11-01T06:00:00Z' : '',
    ...more,
  });

export const coverage = ({ unit, name, state, gaps }: UnitRecord): UnitCoverage => ({
  unit,
  name,
  state,
  gaps,
  lastReadAt: '',
});

export const pair = (before: UnitRecord, after: UnitRecord, seenBefore = coverage(before)): UnitPair => ({
  coverageBefore: seenBefore,
  coverageAfter: coverage(after),
  before,
  after,
});

const comparison = {
  from: 'r1',
  fromTakenAt: '2026-11-23T06:00:00Z',
  to: 'r2',
  toTakenAt: '2026-11-24T06:00:00Z',
  approvals: defaultPolicy,
  rulesInBoth: undefined,
  ignoredProperties: [],
};

export const drift = (pairs: readonly UnitPair[], more: Partial<Parameters<typeof compare>[1]> = {}): Drift =>
  compare(pairs, { ...comparison, ...more });

/** The changes from one record to the next, told shortly: `kind name property before → after [rule way]`. */
export const told = (
  before: UnitRecord,
  after: UnitRecord,
  more: Partial<Parameters<typeof compare>[1]> = {},
): string[] =>
  drift([pair(before, after)], more).changes.map(({ kind, name, property, before: from, after: to, findings }) =>
    [
      `${kind} ${name}`,
      property && `${property} ${from} → ${to}`,
      ...findings.map(({ ruleId, from: was, to: is }) => `[${ruleId} ${was} → ${is}]`),
    ]
      .filter(Boolean)
      .join(' '),
  );
