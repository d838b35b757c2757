import { nth } from './arrays';
import type { Graph } from './graph';
import { each, never, type Allowed, type Free, type Reached } from './search';

/** How one target is reached: moves in the order in which they are made, entry states used, every state on the way. */
export interface Derivation {
  readonly moves: readonly number[];
  readonly entries: readonly number[];
  readonly states: readonly number[];
}

/** The most moves of a path that is told. */
const mostMoves = 10;

/** A search and what was free in it. */
export interface Found {
  readonly graph: Graph;
  readonly free: Free;
  readonly reached: Reached;
}

/** One state reached by another move than the cheapest. */
interface Swap {
  readonly state: number;
  readonly move: number;
}

/** Takes a derivation apart from its target back to its entries; undefined where it bites its tail or is too long. */
class Unfolding {
  private readonly moves = new Set<number>();
  private told = 0;
  private readonly entries = new Set<number>();
  private readonly states = new Set<number>();
  private readonly open = new Set<number>();
  private broken = false;

  constructor(
    private readonly found: Found,
    private readonly swap?: Swap,
  ) {}

  run(target: number): Derivation | undefined {
    this.visit(target, true);
    if (this.broken || this.entries.size === 0) return undefined;
    return { moves: [...this.moves], entries: [...this.entries].sort((a, b) => a - b), states: [...this.states] };
  }

  private visit(state: number, carried: boolean): void {
    if (this.broken) return;
    const key = state * 2 + Number(carried);
    // Rights that only come down are not told, and yet no way goes on for ever.
    if (this.open.has(key) || this.open.size > 4 * mostMoves) {
      this.broken = true;
      return;
    }
    if (this.states.has(state) && !carried) return;
    this.open.add(key);
    this.unfold(state, carried);
    this.states.add(state);
    this.open.delete(key);
  }

  private unfold(state: number, carried: boolean): void {
    if (this.swap?.state === state) {
      this.follow(this.swap.move, this.carriedBy(this.swap.move, carried));
      return;
    }
    const { reached, free } = this.found;
    const move = nth(carried ? reached.by : free.by, state);
    if (move >= 0) this.follow(move, carried ? nth(reached.carried, state) : 0);
    else if (carried) this.entries.add(state);
  }

  private follow(move: number, carried: number): void {
    let bit = 0;
    each(this.found.graph.premises, move, (state) => {
      this.visit(state, (carried & (1 << bit)) !== 0);
      bit += 1;
    });
    if (this.moves.has(move)) return;
    this.moves.add(move);
    if (!this.found.graph.edgeOf(move).untold) this.told += 1;
    if (this.told > mostMoves) this.broken = true;
  }

  /** Which premises of a move to carry: each the cheaper way, and at least one where the state was carried itself. */
  private carriedBy(move: number, mustCarry: boolean): number {
    const { reached, free, graph } = this.found;
    let [carried, bit, least, dearer] = [0, 0, 0, never];
    each(graph.premises, move, (state) => {
      const [ours, theirs] = [nth(reached.cost, state), nth(free.cost, state)];
      if (ours < theirs) carried |= 1 << bit;
      else if (ours !== never && ours - theirs < dearer) [least, dearer] = [1 << bit, ours - theirs];
      bit += 1;
    });
    return carried === 0 && mustCarry ? least : carried;
  }
}

/** The cheapest derivation of a target that was reached. */
export const derive = (found: Found, target: number): Derivation | undefined => new Unfolding(found).run(target);

const isHeld = ({ reached, free }: Found, state: number): boolean =>
  nth(reached.cost, state) !== never || nth(free.cost, state) !== never;

function canFire(found: Found, move: number): boolean {
  let fires = true;
  each(found.graph.premises, move, (state) => (fires &&= isHeld(found, state)));
  return fires;
}

/** Derivations that differ from the cheapest in how one of their states is reached, by the number of the move. */
export function variantsOf(
  found: Found,
  target: number,
  best: Derivation,
  allowed: Allowed,
  most: number,
): readonly Derivation[] {
  const { graph } = found;
  const swaps: Swap[] = [];
  for (const state of best.states)
    each(graph.givers, state, (move) => {
      if (!best.moves.includes(move) && allowed(move) && canFire(found, move)) swaps.push({ state, move });
    });
  return swaps.slice(0, most).flatMap((swap) => new Unfolding(found, swap).run(target) ?? []);
}
