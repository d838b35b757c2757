import type { Certainty, ChangeRef } from '../model/path';
import { nth, turned, type Rows } from './arrays';
import { changeId } from './changes';
import type { Edge, Move, Told } from './defineEdge';
import type { State } from './states';

/** Numbers of things by two words, in the order in which they came. */
class Numbering<T> {
  private readonly numbers = new Map<string, Map<string, number>>();
  readonly all: T[] = [];

  /** The number of what was given under these words before, else the next one. */
  numberOf(first: string, second: string, thing: T): number {
    let under = this.numbers.get(first);
    if (under === undefined) this.numbers.set(first, (under = new Map<string, number>()));
    const held = under.get(second);
    if (held !== undefined) return held;
    under.set(second, this.all.length);
    return this.all.push(thing) - 1;
  }

  find(first: string, second: string): number | undefined {
    return this.numbers.get(first)?.get(second);
  }
}

/** Whole numbers in a typed array that grows by doubling. */
class Numbers {
  private held: Int32Array = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.held.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.held);
      this.held = larger;
    }
    this.held[this.length++] = value;
  }

  get array(): Int32Array {
    return this.held.slice(0, this.length);
  }
}

/**
 * An AND/OR graph in typed arrays: move m turns all states in row m of `premises` into `to[m]`; row m of `closers` holds the numbers of
 * the changes that take it away. Costs are whole milli-nats, what doubt adds included.
 */
export interface Graph {
  readonly states: readonly State[];
  readonly premises: Rows;
  /** Moves by the state they need, and by the state they give. */
  readonly uses: Rows;
  readonly givers: Rows;
  readonly to: Int32Array;
  readonly cost: Int32Array;
  /** 0 certain, 1 likely, 2 possible. */
  readonly certainty: Uint8Array;
  readonly closers: Rows;
  /** Ids of changes by number. */
  readonly changes: readonly string[];
  edgeOf(move: number): Edge;
  tell(move: number): Told;
  find(state: State): number | undefined;
}

const certainties: readonly Certainty[] = ['certain', 'likely', 'possible'];
/** What doubt adds to the cost of a move. */
const surcharge = [0, 223, 693] as const;

export const certaintyOf = (graph: Graph, move: number): Certainty =>
  certainties[nth(graph.certainty, move)] as Certainty;

/** Row by row the single number of a column. */
const oneEach = (column: Int32Array): Rows => ({
  start: Int32Array.from({ length: column.length + 1 }, (_, at) => at),
  list: column,
});

/** The graph with moves found by what they need and what they give. */
export const indexed = (graph: Omit<Graph, 'uses' | 'givers'>): Graph => ({
  ...graph,
  uses: turned(graph.premises, graph.states.length),
  givers: turned(oneEach(graph.to), graph.states.length),
});

/** Takes moves in, one after the other, and gives the finished graph. Numbers follow the order of arrival. */
export class GraphBuilder {
  private readonly states = new Numbering<State>();
  private readonly changes = new Numbering<ChangeRef>();
  private readonly start = new Numbers();
  private readonly premise = new Numbers();
  private readonly to = new Numbers();
  private readonly cost = new Numbers();
  private readonly certainty = new Numbers();
  private readonly closerStart = new Numbers();
  private readonly closer = new Numbers();
  private readonly edge = new Numbers();
  private readonly tells: Move['tell'][] = [];
  private readonly edges: Edge[] = [];

  /** All moves of one kind. */
  draw(edge: Edge, moves: Iterable<Move>): void {
    this.edges.push(edge);
    for (const move of moves) this.add(move, edge);
  }

  private add({ from, to, closedBy, cost = -1, certainty, tell }: Move, edge: Edge): void {
    this.start.push(this.premise.length);
    for (const state of from) this.premise.push(this.stateNumber(state));
    this.to.push(this.stateNumber(to));
    const doubt = certainties.indexOf(certainty ?? edge.certainty);
    this.certainty.push(doubt);
    this.cost.push((cost < 0 ? edge.cost : cost) + nth(surcharge, doubt));
    this.closerStart.push(this.closer.length);
    for (const change of closedBy) this.closer.push(this.changeNumber(change));
    this.edge.push(this.edges.length - 1);
    this.tells.push(tell);
  }

  private stateNumber(state: State): number {
    return this.states.numberOf(state.verb, state.at, state);
  }

  private changeNumber(ref: ChangeRef): number {
    return this.changes.numberOf(ref.change, ref.on, ref);
  }

  finish(): Graph {
    this.start.push(this.premise.length);
    this.closerStart.push(this.closer.length);
    const edgeNumbers = this.edge.array;
    const [edges, tells, states] = [this.edges, this.tells, this.states];
    return indexed({
      states: states.all,
      premises: { start: this.start.array, list: this.premise.array },
      to: this.to.array,
      cost: this.cost.array,
      certainty: Uint8Array.from(this.certainty.array),
      closers: { start: this.closerStart.array, list: this.closer.array },
      changes: this.changes.all.map(({ change, on }) => changeId(change, on)),
      edgeOf: (move) => edges[nth(edgeNumbers, move)] as Edge,
      tell: (move) => (tells[move] as Move['tell'])(),
      find: ({ verb, at }) => states.find(verb, at),
    });
  }
}
