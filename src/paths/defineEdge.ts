import type { ControlId } from '../model/controls';
import type { Certainty, ChangeRef, Evidence } from '../model/path';
import type { Kind } from '../model/resource';
import type { ChangeName } from './changes';
import type { State } from './states';
import type { Tenant } from './tenant';

/** What a move says once it is told: one sentence, the facts it stands on, and what is not sure of it. */
export interface Told {
  readonly says: string;
  readonly evidence: readonly Evidence[];
  readonly doubt?: string;
}

/**
 * Whoever holds all of `from` comes to hold `to`. No premise = a fact of the configuration. Facts are conditions of drawing a move;
 * what an attacker could make true himself is a premise. `cost` and `certainty` replace those of the edge for this move.
 */
export interface Move {
  readonly from: readonly State[];
  readonly to: State;
  readonly closedBy: readonly ChangeRef[];
  readonly cost?: number;
  readonly certainty?: Certainty;
  /** Told only when the move lies on a path: nothing is worked out before. */
  readonly tell: () => Told;
}

/** A technique of ATLAS, or of ATT&CK (`AT:`) where ATLAS has none. */
type Technique = ControlId<'atlas'> | `AML.T${number}` | `AML.T${number}.${number}` | `AT:T${string}`;

/**
 * One kind of move. `reads`: the kinds its `draw` looks at; touching another does not compile. `cost` in milli-nats: 20 for a silent
 * read, 105 a normal management call, 223 a write that leaves an event, 500 to 1,200 where another person or time is needed.
 */
export interface Edge<N extends Kind = Kind> {
  readonly kind: string;
  readonly reads: readonly N[];
  readonly atlas: readonly Technique[];
  readonly cost: number;
  readonly certainty: Certainty;
  /** Only carries a right from a scope to what lies below: counted, never told as a step. */
  readonly untold: boolean;
  readonly fix: string;
  readonly draw: (tenant: Tenant<N>) => Iterable<Move>;
}

type Given<N extends Kind> = Omit<Edge<N>, 'certainty' | 'untold'> & Partial<Pick<Edge<N>, 'certainty' | 'untold'>>;

/** Declares one kind of move: one file below `edges/`, named as its kind. Certain and told unless it says otherwise. */
export const defineEdge = <const N extends Kind>(edge: Given<N>): Edge<N> => ({
  certainty: 'certain',
  untold: false,
  ...edge,
});

/** A change that takes a move away. */
export const closes = (change: ChangeName, on: string): ChangeRef => ({ change, on });

/** One fact: a property and the value seen. */
export const seen = (resource: { readonly id: string }, property: string, value: unknown): Evidence => ({
  resourceId: resource.id,
  property,
  value: String(value),
});
