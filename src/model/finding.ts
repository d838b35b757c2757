import type { DecisionNote } from './decision';
import type { Kind } from './resource';
import type { Severity } from './rule';
import type { Gap } from './snapshot';

export type FindingStatus = 'pass' | 'fail' | 'unknown' | 'notApplicable' | 'excepted';

/** How our verdict stands to Defender's on the same resource. `notCompared`: the rule has no counterpart there. */
export type DefenderOutcome = 'agree' | 'onlyUs' | 'onlyDefender' | 'exempt' | 'notAssessed' | 'stale' | 'notCompared';

export interface DefenderView {
  readonly outcome: DefenderOutcome;
  /** Healthy, Unhealthy, NotApplicable as Defender stated it; '' when it stated nothing. */
  readonly state: string;
  /** Assessment key, '' when there is none. */
  readonly assessment: string;
  /** Why the two differ: a sentence from the rule's metadata or from plan and policy state; '' when they agree. */
  readonly reason: string;
  readonly statusChangedAt: string;
  /** Whole hours by which Defender saw the fault later than we did, so far; see `correlate/lag.ts`. Worked out at reading, never kept. */
  readonly lagHours?: number;
}

/**
 * One verdict of one rule on one resource. `fingerprint` = rule + resource + evidence key, never wording.
 * `evidence` names property and value; for `unknown` it says what was not seen, and `gap` holds the missing right.
 */
export interface Finding {
  readonly ruleId: string;
  readonly resourceId: string;
  readonly kind: Kind;
  readonly status: FindingStatus;
  readonly severity: Severity;
  readonly evidence: string;
  readonly fingerprint: string;
  readonly gap?: Gap;
  readonly defender: DefenderView;
  /**
   * Instant of the first run of the present streak in which this finding failed. Kept while it is unknown: an unknown finding with
   * an instant was failing when it was last known. '' otherwise.
   */
  readonly firstSeenAt: string;
  /** Instant of the run that last saw it resolved; absent when it never was. One that fails again is reopened, not new. */
  readonly resolvedAt?: string;
  /** The decision that holds for it at the instant of reading; never kept with a run. */
  readonly decision?: DecisionNote;
}

/** A failing Defender assessment on a resource of ours that no rule speaks of. */
export interface UnmatchedAssessment {
  readonly assessmentKey: string;
  readonly displayName: string;
  readonly resourceId: string;
  readonly code: string;
}
