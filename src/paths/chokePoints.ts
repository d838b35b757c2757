import { nth, Worklist } from './arrays';
import type { Graph } from './graph';
import { each } from './search';

/** Words of 32 bits are signed in JavaScript: all of them is -1. */
const all = -1;

/** Bits of one batch that close each move. */
function bitsOf(graph: Graph, batch: readonly number[]): Int32Array {
  const bitOf = new Int32Array(graph.changes.length);
  batch.forEach((change, bit) => (bitOf[change] = 1 << bit));
  return graph.to.map((_, move) => {
    let bits = 0;
    each(graph.closers, move, (change) => (bits |= nth(bitOf, change)));
    return bits;
  });
}

/** Changes of one batch without which each state cannot be reached: the greatest fixpoint, from "all" downwards. */
function needed(graph: Graph, entries: readonly number[], bits: Int32Array): Int32Array {
  const without = new Int32Array(graph.states.length).fill(all);
  const queue = new Worklist(graph.states.length);
  const lower = (state: number, value: number): void => {
    const held = nth(without, state);
    if ((held & value) === held) return;
    without[state] = held & value;
    queue.push(state);
  };
  const follow = (move: number): void => {
    let value = nth(bits, move);
    each(graph.premises, move, (state) => (value |= nth(without, state)));
    lower(nth(graph.to, move), value);
  };
  for (const entry of entries) lower(entry, 0);
  const { start } = graph.premises;
  for (let move = 0; move < bits.length; move++) if (start[move] === start[move + 1]) follow(move);
  queue.drain((state) => each(graph.uses, state, follow));
  return without;
}

/** Numbers in lists of 32 at most: as many as a word has bits. */
export const inWords = (numbers: readonly number[]): readonly (readonly number[])[] =>
  Array.from({ length: Math.ceil(numbers.length / 32) }, (_, at) => numbers.slice(at * 32, at * 32 + 32));

/** Those of a batch whose bit is set. */
export const inMask = (batch: readonly number[], mask: number): readonly number[] =>
  batch.filter((_, bit) => (mask & (1 << bit)) !== 0);

/**
 * For each target the candidate changes that stop it alone: with everything that such a change closes gone, no entry reaches it any
 * more. Exact. `candidates` are numbers of changes; targets that nobody reaches have them all.
 */
export function mustPass(
  graph: Graph,
  entries: readonly number[],
  targets: readonly number[],
  candidates: readonly number[],
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>(targets.map((target) => [target, []]));
  for (const batch of inWords(candidates)) {
    const without = needed(graph, entries, bitsOf(graph, batch));
    for (const [target, list] of found) list.push(...inMask(batch, nth(without, target)));
  }
  return found;
}
