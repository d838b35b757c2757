import { nth, Worklist } from './arrays';
import { inMask, inWords } from './chokePoints';
import type { Graph } from './graph';
import { each, never, type Allowed, type Free } from './search';

/** States that each of up to 32 entries reaches by itself, as bits: the least fixpoint. What is free counts for all. */
function reachedBy(graph: Graph, entries: readonly number[], free: Free, allowed: Allowed): Int32Array {
  const mask = new Int32Array(graph.states.length);
  const queue = new Worklist(graph.states.length);
  const raise = (state: number, value: number): void => {
    const held = nth(mask, state);
    if ((held | value) === held) return;
    mask[state] = held | value;
    queue.push(state);
  };
  const through = (move: number): number => {
    let value = -1;
    each(graph.premises, move, (state) => {
      if (nth(free.cost, state) === never) value &= nth(mask, state);
    });
    return value;
  };
  entries.forEach((entry, bit) => raise(entry, 1 << bit));
  queue.drain((state) => {
    const held = nth(mask, state);
    each(graph.uses, state, (move) => {
      if (allowed(move)) raise(nth(graph.to, move), through(move) & held);
    });
  });
  return mask;
}

/** Those of the entry states that reach each target alone. */
export function entriesReaching(
  graph: Graph,
  entries: readonly number[],
  targets: readonly number[],
  free: Free,
  allowed: Allowed,
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>(targets.map((target) => [target, []]));
  for (const batch of inWords(entries)) {
    const mask = reachedBy(graph, batch, free, allowed);
    for (const [target, list] of found) list.push(...inMask(batch, nth(mask, target)));
  }
  return found;
}
