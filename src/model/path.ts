import type { Severity } from './severity';

/** `certain`: every fact was read. `likely`: one inference that is documented. `possible`: something was not seen or is not proven. */
export type Certainty = 'certain' | 'likely' | 'possible';

/** One fact a step stands on: a property of a resource (or an assignment) and the value seen; never a secret. */
export interface Evidence {
  readonly resourceId: string;
  readonly property: string;
  readonly value: string;
}

/** One change that an owner can make: a kind of change (see `paths/changes`) on one resource. */
export interface ChangeRef {
  readonly change: string;
  readonly on: string;
}

/** One move of an attacker, told. `says` starts with a verb or names who acts; `doubt` says what is not sure, '' = nothing. */
export interface Step {
  readonly edge: string;
  readonly says: string;
  /** Steps, by place in the path, whose gain this one needs; none = it starts from the entry, or is a fact. */
  readonly after: readonly number[];
  /** What it gives, and on what. */
  readonly gives: string;
  readonly on: string;
  readonly evidence: readonly Evidence[];
  readonly atlas: readonly string[];
  readonly fix: string;
  readonly certainty: Certainty;
  readonly doubt: string;
  readonly closedBy: readonly string[];
}

export type EntryClass =
  | 'leakedKey'
  | 'internet'
  | 'vulnerableApp'
  | 'publicInput'
  | 'guest'
  | 'repository'
  | 'partner'
  | 'internalUser'
  | 'asked';

/** The terms of the formula: exploitability, impact and reach in hundredths, and the score they give. */
export interface Rank {
  readonly cost: number;
  readonly exploitability: number;
  readonly impact: number;
  readonly reach: number;
  readonly score: number;
}

/** A change on the path. `leaves`: the step by which the target is still reached after it; '' = it stops the path by itself. */
export interface ChokePoint {
  readonly change: string;
  readonly words: string;
  readonly leaves: string;
}

/** Another way to the same target: its headline is the step that differs. */
export interface PathVariant {
  readonly says: string;
  readonly cost: number;
  readonly closedBy: readonly string[];
}

/**
 * One family of attack paths: from one class of entry to one service resource, told by its best derivation. `id` holds through
 * renames and re-scoring. `possible` paths are capped at medium and stand below proven ones; `incomplete` = a gap lies on a step.
 */
export interface AttackPath {
  readonly id: string;
  readonly family: string;
  readonly familyName: string;
  readonly severity: Severity;
  readonly score: number;
  readonly rank: Rank;
  readonly why: string;
  readonly headline: string;
  readonly entry: { readonly class: EntryClass; readonly names: readonly string[]; readonly count: number };
  readonly target: {
    readonly does: string;
    readonly resourceId: string;
    readonly name: string;
    readonly count: number;
  };
  readonly steps: readonly Step[];
  readonly variants: readonly PathVariant[];
  readonly resourceIds: readonly string[];
  readonly possible: boolean;
  readonly incomplete: boolean;
  /** Whoever stands on the path can switch the log off unseen. */
  readonly silent: boolean;
  /** The change of least effort that stops it by itself; '' when no single one does. */
  readonly chokePoint: string;
  readonly stoppedBy: readonly ChokePoint[];
  readonly defender: 'both' | 'related' | 'onlyOurs' | 'notCompared';
}

/** What a change closes: families it stops alone, and what it gains of all scores. `rank` 1 is the first to do. */
export interface RankedChange {
  readonly change: string;
  readonly rank: number;
  readonly words: string;
  readonly effort: 'flag' | 'role' | 'network' | 'rebuild';
  readonly cli: string;
  readonly bicep: string;
  readonly stops: readonly string[];
  readonly narrows: readonly string[];
  readonly gain: number;
}

/** Defender's attack paths beside ours. `why` says why nothing was compared; '' when it was. */
export interface DefenderPaths {
  readonly why: string;
  readonly both: readonly string[];
  readonly related: readonly string[];
  /** Paths of Defender over resources we read that none of ours explains. */
  readonly unexplained: readonly {
    readonly id: string;
    readonly name: string;
    readonly resourceIds: readonly string[];
  }[];
}

/** All paths of one run, worst first; `leftOut` families did not fit. `notSeen` says what was not read and may hide paths. */
export interface PathReport {
  readonly paths: readonly AttackPath[];
  readonly leftOut: number;
  readonly changes: readonly RankedChange[];
  readonly notSeen: readonly string[];
  readonly defender: DefenderPaths;
  readonly moves: number;
  readonly states: number;
}
