import type { Severity } from './severity';

/** The tenant's standing before the plan, or after a step of it. */
export interface Posture {
  /** Null when nothing was judged. */
  readonly score: number | null;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Families of attack paths, proven ones. */
  readonly paths: number;
}

/** A finding that a step ends, or brings. */
export interface MovedVerdict {
  readonly ruleId: string;
  readonly resourceId: string;
  readonly severity: Severity;
}

/**
 * One step of the plan, in the order it is worth doing. `simulated`: the step was made on a copy of what was read, and that copy judged
 * again. Otherwise the posture after it is what the finding's own end would give.
 */
export interface PlanStep {
  readonly order: number;
  /** Id of the change, or of the rule whose findings it mends. */
  readonly change: string;
  readonly words: string;
  readonly on: readonly string[];
  readonly effort: 'flag' | 'role' | 'network' | 'rebuild' | 'unrated';
  readonly cli: readonly string[];
  readonly bicep: string;
  /** Ids of families of attack paths that are gone after it, and of new ones. */
  readonly closes: readonly string[];
  readonly opens: readonly string[];
  readonly resolves: readonly MovedVerdict[];
  readonly worsens: readonly MovedVerdict[];
  readonly after: Posture;
  readonly simulated: boolean;
}

/** What to change first. aispm never makes a change itself. */
export interface RemediationPlan {
  readonly runId: string;
  readonly takenAt: string;
  readonly before: Posture;
  readonly steps: readonly PlanStep[];
  /** What the plan cannot know: paths and verdicts that were not seen. */
  readonly notSeen: readonly string[];
}
