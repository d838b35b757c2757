/**
 * What the condition of an assignment or a role says, as far as it is read: its guard. Never evaluated. Operations that fit no pattern of
 * `guards` are granted without condition.
 */
export interface Condition {
  /** Patterns of `ActionMatches`; null where the text could not be taken apart: then every operation is guarded. */
  readonly guards: readonly string[] | null;
  /** GUIDs of the roles it lets someone give, lower-case; null where it names none, or in a way that was not understood. */
  readonly grantable: readonly string[] | null;
}
