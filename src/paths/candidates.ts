import type { EntryClass } from '../model/path';
import { nth } from './arrays';
import { derive, variantsOf, type Derivation, type Found } from './derive';
import type { Entry } from './entries';
import type { Graph } from './graph';
import { entriesReaching } from './reach';
import { freely, never, search, type Allowed } from './search';
import { internet } from './states';

/** One way to one target from one class of entry, before it is told. `alone`: entry states that reach the target by themselves. */
export interface Candidate {
  readonly class: EntryClass;
  readonly target: number;
  readonly derivation: Derivation;
  readonly cost: number;
  readonly possible: boolean;
  readonly alone: readonly number[];
}

/** Entries of one class by the number of their state. */
export type Standing = ReadonlyMap<number, Entry>;

/** Variants that are looked at for one target. */
const mostVariants = 24;

const sumOf = (graph: Graph, { moves }: Derivation): number =>
  moves.reduce((sum, move) => sum + nth(graph.cost, move), 0);

/** Entries count once, shared moves count once: what the search took several times is told once. */
const costOf = (graph: Graph, derivation: Derivation, standing: Standing): number =>
  sumOf(graph, derivation) + derivation.entries.reduce((sum, state) => sum + (standing.get(state)?.cost ?? 0), 0);

interface Phase {
  readonly graph: Graph;
  readonly class: EntryClass;
  readonly standing: Standing;
  readonly allowed: Allowed;
}

function findIn({ graph, class: kind, standing, allowed }: Phase, only?: number): Found {
  const sources = [...standing]
    .filter(([state]) => only === undefined || state === only)
    .map(([state, { cost }]) => ({ state, cost }));
  const free = freely(graph, kind === 'internet' ? undefined : graph.find(internet), allowed);
  return { graph, free, reached: search(graph, sources, free, allowed) };
}

/** The cheapest derivation from one entry alone, where the cheapest of all joins two. */
function single(phase: Phase, found: Found, target: number, alone: readonly number[]): [Found, Derivation] | undefined {
  const best = derive(found, target);
  if (best && best.entries.length === 1) return [found, best];
  const [first] = alone;
  if (first === undefined) return undefined;
  const again = findIn(phase, first);
  const own = derive(again, target);
  return own && [again, own];
}

const isPossible = (graph: Graph, { moves, entries }: Derivation, standing: Standing): boolean =>
  moves.some((move) => nth(graph.certainty, move) === 2) || entries.some((state) => standing.get(state)?.doubt !== '');

/** Every target that a class of entries reaches: the cheapest way and those beside it. One entry a path. */
function candidatesIn(phase: Phase, targets: readonly number[]): readonly Candidate[] {
  const { graph, standing, allowed } = phase;
  const found = findIn(phase);
  const reachedTargets = targets.filter((target) => nth(found.reached.cost, target) !== never);
  const alone = entriesReaching(graph, [...standing.keys()], reachedTargets, found.free, allowed);
  return reachedTargets.flatMap((target) => {
    const own = alone.get(target) ?? [];
    const [from, best] = single(phase, found, target, own) ?? [];
    if (!from || !best) return [];
    const beside = variantsOf(from, target, best, allowed, mostVariants).filter(({ entries }) => entries.length === 1);
    return [best, ...beside].map((derivation) => ({
      class: phase.class,
      target,
      derivation,
      cost: costOf(graph, derivation, standing),
      possible: isPossible(graph, derivation, standing),
      alone: own,
    }));
  });
}

/** Proven ways first; then those with a doubt, for whatever a proven one does not say. */
export function candidatesOf(
  graph: Graph,
  kind: EntryClass,
  standing: Standing,
  targets: readonly number[],
): readonly Candidate[] {
  const sure = new Map([...standing].filter(([, { doubt }]) => doubt === ''));
  const proven = candidatesIn(
    { graph, class: kind, standing: sure, allowed: (move) => nth(graph.certainty, move) < 2 },
    targets,
  );
  if (sure.size === standing.size && !graph.certainty.includes(2)) return proven;
  const any = candidatesIn({ graph, class: kind, standing, allowed: () => true }, targets);
  return [...proven, ...any.filter(({ possible }) => possible)];
}
