/**
 * What people decide about findings and changes. `exception`: the risk is accepted until a day. `snooze`: not now. `acknowledgement`: seen,
 * will be mended. `approval`: this change was meant.
 */
export const decisionKinds = ['exception', 'snooze', 'acknowledgement', 'approval'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/**
 * One decision, kept for good. It is applied whenever findings are read, so that it acts at once and can be taken back at once; no run is
 * ever rewritten.
 */
export interface Decision {
  readonly id: string;
  readonly kind: DecisionKind;
  /** A rule id, a beginning with a trailing `*`, or `*`. Of an approval: `*`. */
  readonly rule: string;
  /** Lower-cased path of a resource, resource group or subscription: holds there and below; `/` = everywhere. */
  readonly scope: string;
  /** Ids of the changes that an approval covers; empty otherwise. */
  readonly changes: readonly string[];
  readonly reason: string;
  /** Who answers for the accepted risk; of the other kinds, the one who decided. */
  readonly owner: string;
  /** Instant after which it holds no more; '' = until it is taken back. */
  readonly until: string;
  /** Who decided, as the door knows: the token's name, or the user of the command line. */
  readonly by: string;
  readonly at: string;
  readonly withdrawn?: Withdrawal;
}

export interface Withdrawal {
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

/** Days before its end on which a decision is said to be ending. */
export const warningDays = 7;

/** True for a rule id that `pattern` names: itself, a beginning with `*`, or `*`. */
export const namesRule = (pattern: string, ruleId: string): boolean =>
  pattern.endsWith('*') ? ruleId.startsWith(pattern.slice(0, -1)) : pattern === ruleId;

/** What a reader is told of the decision behind a finding's state. */
export type DecisionNote = Pick<Decision, 'id' | 'kind' | 'reason' | 'owner' | 'until' | 'by' | 'at'>;
