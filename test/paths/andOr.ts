import fc from 'fast-check';
import { defineEdge, type Move } from '../../src/paths/defineEdge';
import { GraphBuilder, type Graph } from '../../src/paths/graph';
import type { State } from '../../src/paths/states';

/** A move of a random graph, by numbers: premises, what it gives, cost, changes that close it. */
export interface Drawn {
  readonly from: readonly number[];
  readonly to: number;
  readonly cost: number;
  readonly closedBy: readonly number[];
}

export interface RandomGraph {
  readonly size: number;
  readonly changes: number;
  readonly moves: readonly Drawn[];
  readonly entries: readonly number[];
}

export const state = (at: number): State => ({ verb: 's', at: String(at) });

const toMove = ({ from, to, cost, closedBy }: Drawn): Move => ({
  from: from.map(state),
  to: state(to),
  cost,
  closedBy: closedBy.map((on) => ({ change: 'c', on: String(on) })),
  tell: () => ({ says: '', evidence: [] }),
});

const edge = defineEdge({ kind: 'any', reads: [], atlas: [], cost: 1, fix: '', draw: () => [] });

/** The graph in arrays; every state and change has its own number as its number. */
export function built({ size, changes, moves }: RandomGraph): Graph {
  const builder = new GraphBuilder();
  const all = Array.from({ length: size }, (_, at) => at);
  // Moves from each state to itself change nothing: they only give states and changes their numbers.
  const naming = all.map((at) => toMove({ from: [at], to: at, cost: 1, closedBy: [] }));
  const closing = Array.from({ length: changes }, (_, at) => toMove({ from: [0], to: 0, cost: 1, closedBy: [at] }));
  builder.draw(edge, [...naming, ...closing, ...moves.map(toMove)]);
  return builder.finish();
}

/** What the entries come to hold when the moves that one change closes are gone: relaxed until nothing moves. */
export function heldWithout({ moves, entries }: RandomGraph, change: number): ReadonlySet<number> {
  const held = new Set(entries);
  const open = moves.filter(({ closedBy }) => !closedBy.includes(change));
  for (let before = -1; before < held.size;) {
    before = held.size;
    for (const { from, to } of open) if (from.every((one) => held.has(one))) held.add(to);
  }
  return held;
}

/** Random AND/OR graphs of up to `size` states: moves of none to three premises, each closed by none to two of the changes. */
export const randomGraph = (size = 14, changes = 40): fc.Arbitrary<RandomGraph> => {
  const one = fc.integer({ min: 0, max: size - 1 });
  const move = fc.record({
    from: fc.oneof(
      { weight: 1, arbitrary: fc.constant([]) },
      { weight: 12, arbitrary: fc.uniqueArray(one, { minLength: 1, maxLength: 3 }) },
    ),
    to: one,
    cost: fc.integer({ min: 1, max: 500 }),
    closedBy: fc.uniqueArray(fc.integer({ min: 0, max: changes - 1 }), { maxLength: 2 }),
  });
  return fc.record({
    size: fc.constant(size),
    changes: fc.constant(changes),
    moves: fc.array(move, { maxLength: 40 }),
    entries: fc.uniqueArray(one, { minLength: 1, maxLength: 3 }),
  });
};
