import { chosen, nth } from './arrays';
import { indexed, type Graph } from './graph';
import { each } from './search';

/** Everything that the entries come to hold together, facts among them; costs do not matter here. */
function reachable(graph: Graph, entries: readonly number[]): Uint8Array {
  const held = new Uint8Array(graph.states.length);
  const { start } = graph.premises;
  const missing = graph.to.map((_, move) => nth(start, move + 1) - nth(start, move));
  const stack: number[] = [];
  const take = (state: number): void => {
    if (held[state]) return;
    held[state] = 1;
    stack.push(state);
  };
  missing.forEach((count, move) => count === 0 && take(nth(graph.to, move)));
  entries.forEach(take);
  for (let state = stack.pop(); state !== undefined; state = stack.pop())
    each(graph.uses, state, (move) => {
      missing[move] = nth(missing, move) - 1;
      if (missing[move] === 0) take(nth(graph.to, move));
    });
  return held;
}

function fires(graph: Graph, held: Uint8Array, move: number): boolean {
  const { start, list } = graph.premises;
  for (let at = nth(start, move), end = nth(start, move + 1); at < end; at++) if (!held[nth(list, at)]) return false;
  return true;
}

/** Moves that can fire and that some target may need. */
function wanted(graph: Graph, held: Uint8Array, targets: readonly number[]): Uint8Array {
  const kept = new Uint8Array(graph.to.length);
  const asked = new Uint8Array(graph.states.length);
  const stack: number[] = [];
  const ask = (state: number): void => {
    if (asked[state]) return;
    asked[state] = 1;
    stack.push(state);
  };
  targets.filter((state) => held[state]).forEach(ask);
  for (let state = stack.pop(); state !== undefined; state = stack.pop())
    each(graph.givers, state, (move) => {
      if (!fires(graph, held, move)) return;
      kept[move] = 1;
      each(graph.premises, move, ask);
    });
  return kept;
}

/**
 * The part of the graph that matters: what the entries can reach and what some target needs. States keep their numbers, moves keep
 * their order; nothing that a search could find is lost.
 */
export function prune(graph: Graph, entries: readonly number[], targets: readonly number[]): Graph {
  const kept = wanted(graph, reachable(graph, entries), targets);
  const count = kept.reduce((sum, one) => sum + one, 0);
  const moves = new Int32Array(count);
  let at = 0;
  kept.forEach((one, move) => {
    if (one) moves[at++] = move;
  });
  return indexed({
    ...graph,
    premises: chosen(graph.premises, moves),
    closers: chosen(graph.closers, moves),
    to: moves.map((move) => nth(graph.to, move)),
    cost: moves.map((move) => nth(graph.cost, move)),
    certainty: Uint8Array.from(moves, (move) => nth(graph.certainty, move)),
    edgeOf: (move) => graph.edgeOf(nth(moves, move)),
    tell: (move) => graph.tell(nth(moves, move)),
  });
}
