import fc from 'fast-check';
import { nth } from '../../src/paths/arrays';
import { mustPass } from '../../src/paths/chokePoints';
import { prune } from '../../src/paths/prune';
import { entriesReaching } from '../../src/paths/reach';
import { freely, never, search } from '../../src/paths/search';
import { built, heldWithout, randomGraph, type RandomGraph } from './andOr';

const every = (size: number): number[] => Array.from({ length: size }, (_, at) => at);
const always = (): boolean => true;
const limit = 1_000_000;

/** Least cost of each state, by relaxing all moves until nothing gets cheaper. */
function cheapest({ size, moves }: RandomGraph, sources: readonly number[], none: number): number[] {
  const cost = every(size).map((state) => (sources.includes(state) ? none : Infinity));
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to, cost: own } of moves) {
      const sum = from.reduce((total, state) => total + (cost[state] as number), own);
      if (sum > limit || sum >= (cost[to] as number)) continue;
      cost[to] = sum;
      changed = true;
    }
  }
  return cost;
}

/** The same where a derivation must use a source: what is free is free, and one premise at least is not. */
function carriedCheapest(given: RandomGraph, free: readonly number[], sources: readonly number[]): number[] {
  const cost = every(given.size).map((state) => (sources.includes(state) ? 100 : Infinity));
  const forcedMoves = given.moves.flatMap((move) => move.from.map((forced) => ({ ...move, forced })));
  const priceOf = (forced: number, state: number): number =>
    state === forced ? (cost[state] as number) : Math.min(cost[state] as number, free[state] as number);
  for (let changed = true; changed;) {
    changed = false;
    for (const { from, to, cost: own, forced } of forcedMoves) {
      const sum = from.reduce((total, state) => total + priceOf(forced, state), own);
      if (sum > limit || sum >= (cost[to] as number)) continue;
      cost[to] = sum;
      changed = true;
    }
  }
  return cost;
}

const shown = (cost: number): number => (cost === never ? Infinity : cost);

describe('searching an AND/OR graph', () => {
  it('finds the least cost of what is free, as relaxing everything does', () =>
    fc.assert(
      fc.property(randomGraph(), (given) => {
        const free = freely(built(given), 0, always);
        expect([...free.cost].map(shown)).toEqual(cheapest(given, [0], 0));
      }),
      { numRuns: 300 },
    ));

  it('finds the least cost of a derivation that uses an entry', () =>
    fc.assert(
      fc.property(randomGraph(), (given) => {
        const graph = built(given);
        const free = freely(graph, undefined, always);
        const sources = given.entries.map((state) => ({ state, cost: 100 }));
        const found = search(graph, sources, free, always);
        expect([...found.cost].map(shown)).toEqual(carriedCheapest(given, [...free.cost].map(shown), given.entries));
      }),
      { numRuns: 400 },
    ));

  it('loses nothing by pruning', () =>
    fc.assert(
      fc.property(randomGraph(), fc.integer({ min: 0, max: 13 }), (given, target) => {
        const graph = built(given);
        const small = prune(graph, given.entries, [target]);
        const costOf = (one: typeof graph): number => {
          const sources = given.entries.map((state) => ({ state, cost: 100 }));
          return nth(search(one, sources, freely(one, undefined, always), always).cost, target);
        };
        expect(costOf(small)).toBe(costOf(graph));
        expect(small.to.length).toBeLessThanOrEqual(graph.to.length);
      }),
      { numRuns: 300 },
    ));
});

describe('which changes stop a target alone', () => {
  it('are those without which brute force does not reach it', () =>
    fc.assert(
      fc.property(randomGraph(), (given) => {
        const graph = built(given);
        const found = mustPass(graph, given.entries, every(given.size), every(given.changes));
        const without = every(given.changes).map((change) => heldWithout(given, change));
        for (const target of every(given.size))
          expect(found.get(target)).toEqual(every(given.changes).filter((change) => !without[change]!.has(target)));
      }),
      { numRuns: 400 },
    ));
});

describe('which entries reach a target alone', () => {
  it('are those that brute force reaches it with', () =>
    fc.assert(
      fc.property(randomGraph(), (given) => {
        const graph = built(given);
        const free = freely(graph, undefined, always);
        const unheld = every(given.size).filter((state) => nth(free.cost, state) === never);
        const found = entriesReaching(graph, given.entries, unheld, free, always);
        const held = given.entries.map((entry) => heldWithout({ ...given, entries: [entry] }, -1));
        for (const target of unheld)
          expect(found.get(target)).toEqual(given.entries.filter((_, at) => held[at]!.has(target)));
      }),
      { numRuns: 300 },
    ));
});
