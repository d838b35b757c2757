import type { ActivityEvent } from './governance';
import type { Kind, Resource } from './resource';

/**
 * Something that could not be read. `scope` is the lower-cased id below which nothing of `kind` is known; `permission` is the
 * right that is missing, or '' when rights are not the cause (throttled, unreachable, not stated by Azure).
 * `property` narrows the gap to one property of one resource.
 */
export interface Gap {
  readonly kind: Kind;
  readonly scope: string;
  readonly reason: 'forbidden' | 'notVisible' | 'failed' | 'timedOut' | 'bounded' | 'notStated';
  readonly permission: string;
  /** What Azure said, one line, no secrets. */
  readonly detail: string;
  readonly property?: string;
}

/** True when the gap is a thing we may not or could not read; false for what Azure leaves unsaid and for our own bounds. */
export const narrowsSight = (gap: Gap): boolean => gap.reason !== 'notStated' && gap.reason !== 'bounded';

/** The unit of everything that stands above subscriptions: management groups, role definitions, principals. */
export const tenantUnit = 'tenant';

/**
 * All that was read of one unit (a subscription id, or `tenant`). `resources` belong to the unit; `context` is what its judgement
 * needs from elsewhere: dependencies in other subscriptions, role definitions, principals, assignments above the subscription.
 */
export interface Snapshot {
  readonly unit: string;
  readonly takenAt: string;
  readonly resources: readonly Resource[];
  readonly context: readonly Resource[];
  readonly gaps: readonly Gap[];
  /** Gaps of the context: they make verdicts of this unit unknown, and are no fault of the unit's own coverage. */
  readonly contextGaps: readonly Gap[];
  /** Ids of what resources use that this run could not read and nobody knows to be gone: still judged. */
  readonly alsoUsed?: ReadonlySet<string>;
  /** Ids of earlier resources of this unit that a direct read answered with 404. */
  readonly gone: readonly string[];
  /** What the Activity Log tells since the last comparison. */
  readonly events?: readonly ActivityEvent[];
}
