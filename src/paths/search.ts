import { nth, type Rows } from './arrays';
import type { Graph } from './graph';
import { Heap } from './heap';

/** Larger than any cost: a state that nobody reaches. */
export const never = 0x7fffffff;
/** Beyond this no path is told; it also keeps sums of shared premises from running over. */
const most = 1_000_000;

/**
 * What a search found: for each state the least cost and the move that gave it (-1 for an entry or nothing). `carried` marks, by
 * bits in the order of its premises, which of them the move takes from this search and not from what is free.
 */
export interface Reached {
  readonly cost: Int32Array;
  readonly by: Int32Array;
  readonly carried: Uint8Array;
}

/** What nobody needs an entry for. */
export type Free = Pick<Reached, 'cost' | 'by'>;

export interface Source {
  readonly state: number;
  readonly cost: number;
}

/** Whether a move may be used. */
export type Allowed = (move: number) => boolean;

/** How a move takes its premises: what it costs with them, and which of them are carried. */
interface Taken {
  readonly cost: number;
  readonly carried: number;
}

/** Does something for each number in a row. */
export function each({ start, list }: Rows, row: number, act: (value: number) => void): void {
  for (let at = nth(start, row), end = nth(start, row + 1); at < end; at++) act(nth(list, at));
}

/** One search: settles states by cost, so that no later state costs less. */
class Search {
  readonly found: Reached;
  private readonly settled: Uint8Array;
  private readonly heap = new Heap();

  constructor(
    private readonly graph: Graph,
    private readonly free: Free,
    private readonly allowed: Allowed,
  ) {
    const size = graph.states.length;
    this.found = {
      cost: new Int32Array(size).fill(never),
      by: new Int32Array(size).fill(-1),
      carried: new Uint8Array(size),
    };
    this.settled = new Uint8Array(size);
  }

  run(sources: readonly Source[]): Reached {
    for (const { state, cost } of sources) if (cost < nth(this.found.cost, state)) this.reach(state, cost, -1, 0);
    for (let state = this.heap.pop(); state >= 0; state = this.heap.pop()) this.settle(state);
    return this.found;
  }

  private settle(state: number): void {
    if (this.settled[state]) return;
    this.settled[state] = 1;
    each(this.graph.uses, state, (move) => {
      if (!this.settled[nth(this.graph.to, move)] && this.allowed(move)) this.relax(move, state);
    });
  }

  private relax(move: number, now: number): void {
    const taken = this.take(move, now);
    if (!taken || taken.cost > most) return;
    const to = nth(this.graph.to, move);
    const held = nth(this.found.cost, to);
    if (taken.cost < held || (taken.cost === held && move < nth(this.found.by, to)))
      this.reach(to, taken.cost, move, taken.carried);
  }

  /** The cheaper way to each premise; the one that was just settled is always carried. */
  private take(move: number, now: number): Taken | undefined {
    const { start, list } = this.graph.premises;
    const first = nth(start, move);
    let [cost, carried] = [nth(this.graph.cost, move), 0];
    for (let at = first, end = nth(start, move + 1); at < end; at++) {
      const state = nth(list, at);
      const ours = this.settled[state] ? nth(this.found.cost, state) : never;
      const theirs = nth(this.free.cost, state);
      if (ours === never && theirs === never) return undefined;
      const ourWay = state === now || ours < theirs;
      carried |= Number(ourWay) << (at - first);
      cost += ourWay ? ours : theirs;
    }
    return { cost, carried };
  }

  private reach(state: number, cost: number, move: number, carried: number): void {
    if (cost < nth(this.found.cost, state)) this.heap.push(cost, state);
    this.found.cost[state] = cost;
    this.found.by[state] = move;
    this.found.carried[state] = carried;
  }
}

/**
 * Knuth's generalisation of Dijkstra's search to AND/OR graphs: a move counts when its last premise is held, and costs its premises
 * and itself. Every derivation uses a source; what is `free` is premise at its own cost. Equal costs: the lower number.
 */
export const search = (graph: Graph, sources: readonly Source[], free: Free, allowed: Allowed): Reached =>
  new Search(graph, free, allowed).run(sources);

/** Sum over the premises of a move; beyond `most` where one is not reached. */
function priceOf(graph: Graph, move: number, cost: Int32Array): number {
  let sum = nth(graph.cost, move);
  each(graph.premises, move, (state) => (sum += nth(cost, state)));
  return sum;
}

/** What is true without any entry: facts, what follows from them and, where it is given, from standing on the internet. */
export function freely(graph: Graph, internet: number | undefined, allowed: Allowed): Free {
  const size = graph.states.length;
  const found = { cost: new Int32Array(size).fill(never), by: new Int32Array(size).fill(-1) };
  const settled = new Uint8Array(size);
  const heap = new Heap();
  const reach = (state: number, cost: number, move: number): void => {
    if (cost > most || cost >= nth(found.cost, state)) return;
    found.cost[state] = cost;
    found.by[state] = move;
    heap.push(cost, state);
  };
  const offer = (move: number): void => {
    const to = nth(graph.to, move);
    if (!settled[to] && allowed(move)) reach(to, priceOf(graph, move, found.cost), move);
  };
  if (internet !== undefined) reach(internet, 0, -1);
  const { start } = graph.premises;
  for (let move = 0; move < graph.to.length; move++) if (start[move] === start[move + 1]) offer(move);
  for (let state = heap.pop(); state >= 0; state = heap.pop()) {
    if (settled[state]) continue;
    settled[state] = 1;
    each(graph.uses, state, offer);
  }
  return found;
}
