import type { Kind } from './resource';
import type { Severity } from './rule';

/**
 * What one change is. Posture: opened, worse, resolved. Configuration: changed. Inventory: appeared, gone.
 * Coverage: seenLess, seenMore. Defender: diverged.
 */
export type ChangeKind =
  'opened' | 'worse' | 'resolved' | 'appeared' | 'gone' | 'changed' | 'seenLess' | 'seenMore' | 'diverged';

export type DriftSort = 'posture' | 'configuration' | 'inventory' | 'coverage' | 'defender';

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
  /** Who, where `systemData` says it; '' = not in the log. */
  readonly actor: string;
  readonly at: string;
  readonly client: string;
  readonly correlationId: string;
  readonly approval: string;
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
