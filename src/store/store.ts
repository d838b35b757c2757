import type { Alert, OutboxRow } from '../model/alert';
import type { Decision, Withdrawal } from '../model/decision';
import type { PathReport } from '../model/path';
import type { Plan, SurveyPart } from '../model/plan';
import type { Retention, Tidied } from '../model/retention';
import type { Run, RunHeader, UnitRecord } from '../model/run';

/** The last committed run, and the etag that a commit must still find. `runId` is '' before the first run. */
export interface Head {
  readonly runId: string;
  readonly etag: string;
}

/** A lease on one scheduled slot, taken over when its heartbeat is older than its time to live. */
export interface Slot {
  readonly scheduledAt: string;
  readonly owner: string;
}

/**
 * History that survives any crash: content-addressed versions, unit manifests, a run pointer written last with its etag.
 * Every write is idempotent: the same content has the same key. Times are ISO 8601 UTC.
 */
export interface Store {
  head(): Promise<Head>;
  /** Keeps what the survey found of one unit; returns its hash. Writes nothing when `known`, from `partsOf`, has it. */
  savePart(part: SurveyPart, known: ReadonlySet<string>): Promise<string>;
  /** Parts that the plan of the last committed run names. */
  partsOf(runId: string): Promise<ReadonlySet<string>>;
  loadPart(unit: string, hash: string): Promise<SurveyPart>;
  savePlan(plan: Plan): Promise<void>;
  loadPlan(id: string): Promise<Plan>;
  /** Writes new resource versions, then the unit's manifest; returns the manifest's hash. Unchanged content costs no write. */
  saveUnit(record: UnitRecord): Promise<string>;
  loadUnit(unit: string, hash: string): Promise<UnitRecord>;
  /** Keeps the attack paths of a run by their content; returns the hash. */
  savePaths(report: PathReport): Promise<string>;
  /** Undefined for a run from before paths were sought. */
  loadPaths(header: RunHeader): Promise<PathReport | undefined>;
  /** Header and outbox rows, then the head, conditionally. `lost`: another run committed meanwhile and nobody sees ours. */
  commit(header: RunHeader, alerts: readonly Alert[], expectedEtag: string): Promise<'committed' | 'lost'>;
  /** Headers on the chain, newest first. */
  list(options?: { readonly top?: number; readonly before?: string }): Promise<readonly RunHeader[]>;
  /** Undefined when no committed run has this id (`latest` = the head). */
  header(id: string): Promise<RunHeader | undefined>;
  /** The newest committed run at or before the instant. */
  asOf(instant: string): Promise<RunHeader | undefined>;
  /** Unit records of a run, one after the other: memory follows the largest unit. */
  units(header: RunHeader): AsyncGenerator<UnitRecord>;
  /** The whole run in memory, as the JSON of the contract. */
  loadRun(id: string): Promise<Run | undefined>;
  /** Rows of committed runs that have no end yet, oldest first. */
  waiting(): Promise<readonly OutboxRow[]>;
  /** Takes a waiting row for one try; false when another sender has it and `isBusy` says that it is still at it. */
  claim(
    row: OutboxRow,
    sender: string,
    at: string,
    isBusy: (sender: string, since: string) => boolean,
  ): Promise<boolean>;
  settle(row: OutboxRow): Promise<void>;
  /** Rows that ended dead. */
  dead(): Promise<readonly OutboxRow[]>;
  /** Keeps a decision; one that is there is left alone. */
  decide(decision: Decision): Promise<void>;
  withdraw(id: string, withdrawal: Withdrawal): Promise<void>;
  /** Everything ever decided, newest first. */
  decisions(): Promise<readonly Decision[]>;
  /** False when somebody else holds the slot. */
  takeSlot(slot: Slot, now: string, ttlSeconds: number): Promise<boolean>;
  releaseSlot(slot: Slot): Promise<void>;
  /** Gives up runs that the retention does not keep, and removes what no kept run needs. Harmless beside audits; stops when `over` says so. */
  tidy(retention: Retention, now: string, over: () => boolean): Promise<Tidied>;
  /** Rows written since it was opened: what an unchanged audit costs. */
  readonly written: () => number;
}
