import type { Drift } from './drift';
import type { Finding, UnmatchedAssessment } from './finding';
import type { ActivityEvent } from './governance';
import type { AttackPath, DefenderPaths } from './path';
import type { Resource } from './resource';
import type { Severity } from './rule';
import type { Gap } from './snapshot';

/** `read`: everything asked was answered. `partial`: some gaps. `notRead`: nothing of the unit could be read. */
export type UnitState = 'read' | 'partial' | 'notRead' | 'disabled';

export interface UnitCoverage {
  readonly unit: string;
  readonly name: string;
  readonly state: UnitState;
  readonly gaps: readonly Gap[];
  /** Instant of the last run in which the unit was read completely; '' = never. */
  readonly lastReadAt: string;
}

/** A resource as one run holds it; `carriedFrom` names the run it was last read in when this one could not read it. */
export type HeldResource = Resource & { readonly carriedFrom?: string };

/**
 * What one run knows of one unit. Judged and compared; resources and findings sorted by id. It holds no instant of the run itself: an
 * unchanged unit has the same bytes, and so the same hash, in every run.
 */
export interface UnitRecord {
  readonly unit: string;
  readonly name: string;
  readonly state: UnitState;
  readonly resources: readonly HeldResource[];
  readonly findings: readonly Finding[];
  readonly gaps: readonly Gap[];
  readonly unmatched: readonly UnmatchedAssessment[];
  /**
   * Dependencies that live in another subscription and what was found on them. The tenant's record takes them over, each once, unless
   * their home unit judged them itself.
   */
  readonly foreign: { readonly resources: readonly Resource[]; readonly findings: readonly Finding[] };
  readonly summary: UnitSummary;
  /** What the Activity Log told since the last comparison; absent where it told nothing, or could not be read: then a gap says so. */
  readonly events?: readonly ActivityEvent[];
}

export type SeverityCount = Readonly<Record<Severity, number>>;

/** The published score formula is in `evaluate/score.ts`; `scoreRange` = all unknown as fail, and as pass. */
export interface RunSummary {
  readonly resources: number;
  readonly findings: SeverityCount;
  readonly unknown: number;
  readonly excepted: number;
  readonly score: number | null;
  readonly scoreRange: readonly [number, number] | null;
}

/** What a unit contributes to the summary; adds up over units. */
export interface UnitSummary {
  readonly resources: number;
  readonly byKind: Readonly<Record<string, number>>;
  readonly findings: SeverityCount;
  readonly unknown: number;
  readonly excepted: number;
  /** AI accounts and workspaces: how many were judged in this run or an earlier one, how many never, and the sums of their scores (0..100). */
  readonly scored: number;
  readonly notScored: number;
  readonly scoreSum: number;
  /** The same with every unknown verdict counted as a failure. */
  readonly scoreSumLow: number;
  /** The same with every unknown verdict counted as a pass. */
  readonly scoreSumHigh: number;
}

/**
 * One unit in a run's header. `baseline` is the hash of the record that the next run compares with: this one when it was compared,
 * otherwise the last one that was, so that what happened meanwhile is told late and not lost.
 */
export interface UnitEntry {
  readonly unit: string;
  readonly hash: string;
  readonly baseline: string;
  readonly summary: UnitSummary;
  readonly coverage: UnitCoverage;
}

/** What the auditor has to say of itself in a run. */
export interface SelfHealth {
  /** When the schedule wanted this audit; '' for one that was asked for. */
  readonly dueAt: string;
  /** The last time before it that the schedule wanted one and got it. */
  readonly lastDueAt: string;
  /** Times between the two at which the schedule wanted an audit and none ran. */
  readonly missed: number;
  /** Minutes between due and begun; 0 within the first quarter of an hour. */
  readonly lateMinutes: number;
  /** Cards that ended undelivered and were not told of before. */
  readonly dead: number;
}

/** Where the attack paths of a run are kept, and how many there are. */
export interface PathsEntry {
  readonly hash: string;
  readonly counts: SeverityCount;
  /** Hash of what they were sought in: the same gives the same paths. */
  readonly soughtIn: string;
  /** Hash of the kinds of move and families that were known: paths of a new kind are no drift of the tenant. */
  readonly knownBy: string;
}

/** Head of a run: everything but resources and findings. */
export interface RunHeader {
  readonly id: string;
  readonly takenAt: string;
  readonly previous: string;
  readonly status: 'complete' | 'partial';
  readonly scopes: readonly string[];
  readonly trigger: 'timer' | 'http' | 'cli';
  /** Ids of the rules that judged: a rule that is new is no drift of the tenant. */
  readonly rules: readonly string[];
  readonly units: readonly UnitEntry[];
  /** Absent on runs from before paths were sought. */
  readonly paths?: PathsEntry;
  readonly summary: RunSummary;
  readonly drift: Drift;
  /** Absent in runs of earlier versions. */
  readonly self?: SelfHealth;
  /** Instant of the run that last sent a card to the channel that hears of everything; absent before the first. */
  readonly toldAt?: string;
}

/** A run as the JSON of the contract. */
export interface Run {
  readonly id: string;
  readonly takenAt: string;
  readonly status: 'complete' | 'partial';
  readonly scopes: readonly string[];
  readonly coverage: readonly UnitCoverage[];
  readonly summary: RunSummary;
  readonly resources: readonly HeldResource[];
  readonly findings: readonly Finding[];
  readonly paths: readonly AttackPath[];
  readonly defender: {
    readonly unmatched: readonly UnmatchedAssessment[];
    /** Defender's attack paths beside ours; absent on runs from before paths were sought. */
    readonly paths?: DefenderPaths;
  };
  readonly drift: Drift;
}
