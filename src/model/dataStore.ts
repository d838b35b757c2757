import type { DataRole } from './dataUse';
import type { RecoverabilityGrade } from './recoverability';

/** A store that models learn from or are grounded on, as a reader decides about it. */
export interface DataStore {
  readonly id: string;
  readonly name: string;
  /** What of Azure it is, in a reader's words. */
  readonly what: string;
  /** Names of the AI resources that use it, sorted. */
  readonly usedBy: readonly string[];
  readonly roles: readonly DataRole[];
  /** From where it answers, as Azure states it; no judgement of how wide an address range is. */
  readonly exposure: string;
  /** People, applications and identities that roles let write; undefined where this is not known from roles. */
  readonly writers: { readonly count: number; readonly guests: number; readonly atLeast: boolean } | undefined;
  /** Ways to write that no role decides: account keys, users of SFTP. */
  readonly beside: readonly string[];
  /** Undefined where the store has no such grade, or what it takes was not read. */
  readonly grade: RecoverabilityGrade | undefined;
}
