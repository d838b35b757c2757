import type { MovedFinding } from '../model/drift';
import type { Finding } from '../model/finding';
import { severities, type Severity } from '../model/rule';
import type { Kind } from '../model/resource';
import type { UnitRecord } from '../model/run';

/** A verdict that moved, and which way. */
export interface Move {
  readonly finding: MovedFinding;
  readonly way: 'opened' | 'worse' | 'reopened' | 'resolved';
  readonly kind: Kind;
  /** Evidence of the failing side: tells which property moved it. */
  readonly evidence: string;
}

export const keyOf = (finding: Pick<Finding, 'ruleId' | 'resourceId'>): string =>
  `${finding.ruleId}\n${finding.resourceId}`;

/** What was last known: an unknown finding that has an instant was failing. */
const lastKnown = (finding: Finding | undefined): string => {
  if (!finding) return '';
  if (finding.status !== 'unknown') return finding.status;
  return finding.firstSeenAt ? 'fail' : '';
};

const rank = (severity: Severity): number => severities.indexOf(severity);

/** An unknown finding carries its rule's severity, not the one it failed with: nothing to compare. */
const isWorse = (before: Finding | undefined, after: Finding): boolean =>
  before?.status === 'fail' && rank(after.severity) < rank(before.severity);

function wayOf(before: Finding | undefined, after: Finding | undefined): Move['way'] | undefined {
  if (after?.status === 'unknown') return undefined;
  const failed = lastKnown(before) === 'fail';
  if (after?.status === 'fail') return wayOfFailing(before, after, failed);
  return failed ? 'resolved' : undefined;
}

function wayOfFailing(before: Finding | undefined, after: Finding, failed: boolean): Move['way'] | undefined {
  if (failed) return isWorse(before, after) ? 'worse' : undefined;
  return after.resolvedAt === undefined ? 'opened' : 'reopened';
}

function toMove(before: Finding | undefined, after: Finding | undefined): Move | undefined {
  const way = wayOf(before, after);
  const told = way === 'resolved' ? before : after;
  if (!way || !told) return undefined;
  return {
    way,
    kind: told.kind,
    evidence: told.evidence,
    finding: {
      ruleId: told.ruleId,
      resourceId: told.resourceId,
      fingerprint: told.fingerprint,
      from: lastKnown(before),
      to: after?.status ?? 'gone',
      severity: told.severity,
    },
  };
}

/**
 * Verdicts that moved between two records of a unit. Unknown is neither opened nor resolved. A rule that came or went is no drift of the
 * tenant: `rulesInBoth` are those that judged both runs, undefined when they are the same.
 */
export function movesBetween(
  before: UnitRecord,
  after: UnitRecord,
  rulesInBoth: ReadonlySet<string> | undefined,
): readonly Move[] {
  const old = new Map(before.findings.map((finding) => [keyOf(finding), finding]));
  const fresh = new Map(after.findings.map((finding) => [keyOf(finding), finding]));
  const keys = [...new Set([...old.keys(), ...fresh.keys()])].sort();
  return keys
    .filter((key) => !rulesInBoth || rulesInBoth.has(key.slice(0, key.indexOf('\n'))))
    .map((key) => toMove(old.get(key), fresh.get(key)))
    .filter((move): move is Move => move !== undefined);
}
