import type { Kind } from './resource';
import type { Severity } from './rule';

/**
 * What one change is. Posture: opened, worse, reopened (it had been resolved before), resolved. Configuration: changed. Inventory:
 * appeared, gone. Coverage: seenLess, seenMore. Defender: diverged. Decision: exceptionOver, exceptionEnding.
 */
export type ChangeKind =
  | 'opened'
  | 'worse'
  | 'reopened'
  | 'resolved'
  | 'appeared'
  | 'gone'
  | 'changed'
  | 'seenLess'
  | 'seenMore'
  | 'diverged'
  | 'exceptionOver'
  | 'exceptionEnding';

export type DriftSort = 'posture' | 'configuration' | 'inventory' | 'coverage' | 'defender' | 'decision';

/**
 * How a change to the identity or the guard of a model came about. `automatic`: Microsoft moved it as it had announced. `unknownCause`: the
 * log was not read, or holds no entry and nothing explains the change.
 */
export type Integrity = 'approved' | 'automatic' | 'unapproved' | 'tampering' | 'unknownCause';

/** A verdict that one change moved. */
export interface MovedFinding {
  readonly ruleId: string;
  readonly resourceId: string;
  readonly fingerprint: string;
  readonly from: string;
  readonly to: string;
  readonly severity: Severity;
}

/**
 * One root cause: a property of one resource, a resource that came or went, a unit that can be seen less. `findings` are the verdicts
 * it moved. `before` and `after` are the values of `property` as JSON text, '' when there is none; never a secret.
 */
export interface Change {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly sort: DriftSort;
  readonly unit: string;
  readonly resourceId: string;
  readonly resourceKind: Kind | '';
  readonly name: string;
  readonly property: string;
  readonly before: string;
  readonly after: string;
  /** Worst severity it moved; 'info' when it moved none. */
  readonly severity: Severity;
  /** Who, as the Activity Log or `systemData` says; several are joined by a comma; '' = not in the log. */
  readonly actor: string;
  readonly at: string;
  /** The program that was used: its name where it is one of Microsoft's own, else its application id; '' = not in the log. */
  readonly client: string;
  readonly correlationId: string;
  /** Operation of the Activity Log, '' = not in the log. */
  readonly operation?: string;
  /** Why the change counts as approved, '' where nothing approves it. */
  readonly approval: string;
  /** Only on changes of deployments, models, registry assets, guardrails and connections. */
  readonly integrity?: Integrity;
  /** The facts behind `integrity`, in words. */
  readonly integrityReason?: string;
  readonly findings: readonly MovedFinding[];
}

/** Changes from one run to the next, worst first. `from` is '' for a baseline, which has no changes. */
export interface Drift {
  readonly from: string;
  readonly fromTakenAt: string;
  readonly changes: readonly Change[];
  /** Units that were not compared because one side did not read them completely. */
  readonly notCompared: readonly string[];
}
