import type { ChokePoint, EntryClass, PathVariant, Step } from '../model/path';
import type { Gap } from '../model/snapshot';
import type { Candidate } from './candidates';
import { changeOf, efforts } from './changes';
import type { Entry } from './entries';
import { certaintyOf, type Graph } from './graph';
import { each } from './search';
import type { State } from './states';
import type { Tenant } from './tenant';

/** Ids of the changes that take a move away. */
export function closersOf(graph: Graph, move: number): readonly string[] {
  const found: string[] = [];
  each(graph.closers, move, (change) => found.push(graph.changes[change] ?? ''));
  return found.sort();
}

export const closersOfAll = (graph: Graph, moves: readonly number[]): readonly string[] =>
  [...new Set(moves.flatMap((move) => closersOf(graph, move)))].sort();

/** Facts of which a gap says that Azure or we could not state them. */
const isUnread = (gaps: readonly Gap[], resourceId: string, property: string): boolean =>
  gaps.some((gap) => gap.scope === resourceId && gap.property !== undefined && property.includes(gap.property));

/** Places, among the told steps, of those that give what this move needs; through what is not told. */
function after(
  graph: Graph,
  move: number,
  givers: ReadonlyMap<number, number>,
  told: ReadonlyMap<number, number>,
): number[] {
  const places: number[] = [];
  each(graph.premises, move, (state) => {
    const giver = givers.get(state);
    if (giver === undefined) return;
    const place = told.get(giver);
    places.push(...(place === undefined ? after(graph, giver, givers, told) : [place]));
  });
  return [...new Set(places)].sort((a, b) => a - b);
}

/** What a step says beyond its place among the others. `inherited`: doubts of what only carries its right downwards. */
function toStep(graph: Graph, move: number, gaps: readonly Gap[], inherited: readonly string[]): Omit<Step, 'after'> {
  const { kind, atlas, fix } = graph.edgeOf(move);
  const { says, evidence, doubt } = graph.tell(move);
  const unread = evidence.some(({ resourceId, property }) => isUnread(gaps, resourceId, property));
  const to = graph.states[graph.to[move] as number] as State;
  const doubts = [doubt, ...(kind === 'identity-holds' ? inherited : []), unread ? 'a fact was not read' : ''];
  return {
    edge: kind,
    says,
    gives: to.verb,
    on: to.at,
    evidence,
    atlas,
    fix,
    certainty: unread ? 'possible' : certaintyOf(graph, move),
    doubt: doubts.filter(Boolean).join('; '),
    closedBy: closersOf(graph, move),
  };
}

/** Moves that say the same, such as one role that gives two abilities, are one step. */
function oncePerSaying(graph: Graph, moves: readonly number[]): ReadonlyMap<string, readonly [number, ...number[]]> {
  const groups = new Map<string, [number, ...number[]]>();
  for (const move of moves) {
    const { says } = graph.tell(move);
    const held = groups.get(says);
    if (held) held.push(move);
    else groups.set(says, [move]);
  }
  return groups;
}

/** The moves of one way as steps, in the order in which they are made; one that stands on a fact with a gap is possible only. */
export function stepsOf(graph: Graph, moves: readonly number[], gaps: readonly Gap[]): readonly Step[] {
  const isUntold = (move: number): boolean => graph.edgeOf(move).untold;
  const groups = [
    ...oncePerSaying(
      graph,
      moves.filter((move) => !isUntold(move)),
    ).values(),
  ];
  const givers = new Map(moves.map((move) => [graph.to[move] as number, move]));
  const places = new Map(groups.flatMap((group, place) => group.map((move) => [move, place] as const)));
  const inherited = moves.filter(isUntold).map((move) => graph.tell(move).doubt ?? '');
  return groups.map(([move]) => ({
    ...toStep(graph, move, gaps, inherited),
    after: after(graph, move, givers, places),
  }));
}

/** What a way has that another has not: its last step but the final one that is said nowhere in the other; else the final one. */
function difference(graph: Graph, way: Candidate, from: Candidate): string {
  const said = (moves: readonly number[]): readonly string[] =>
    moves.filter((move) => !graph.edgeOf(move).untold).map((move) => graph.tell(move).says);
  const theirs = new Set(said(from.derivation.moves));
  const own = said(way.derivation.moves).filter((one) => !theirs.has(one));
  return own.at(-2) ?? own[0] ?? '';
}

/** Up to `most` further ways, each by what it does otherwise, no two alike. */
export function variantsTold(graph: Graph, ways: readonly Candidate[], most: number): readonly PathVariant[] {
  const [best, ...rest] = ways as [Candidate, ...Candidate[]];
  const told = rest.map((way) => ({
    says: difference(graph, way, best),
    cost: way.cost,
    closedBy: closersOfAll(graph, way.derivation.moves),
  }));
  const once = new Map([...told].reverse().map((variant) => [variant.says, variant]));
  return told.filter((variant) => variant.says !== '' && once.get(variant.says) === variant).slice(0, most);
}

/** `switch keys off: aoai-prod`. */
export const changeWords = (id: string, tenant: Tenant): string => {
  const { kind, on } = changeOf(id);
  return `${kind.words}: ${tenant.nameOf(on)}`;
};

export const byEffort = (a: string, b: string): number =>
  efforts.indexOf(changeOf(a).kind.effort) - efforts.indexOf(changeOf(b).kind.effort) || (a < b ? -1 : Number(a > b));

/** Changes that stop a target alone, and every way by which the same class of entry reaches it, whatever their family. */
export interface Stopping {
  readonly alone: ReadonlySet<string>;
  readonly ways: readonly Candidate[];
}

/** Changes on the way with what each leaves open: those that stop the target alone first, by effort. */
export function chokePointsOf(
  graph: Graph,
  best: Candidate,
  { alone, ways }: Stopping,
  tenant: Tenant,
): readonly ChokePoint[] {
  const leaves = (change: string): string => {
    if (alone.has(change)) return '';
    const way = ways.find(({ derivation }) => !closersOfAll(graph, derivation.moves).includes(change));
    return (way && difference(graph, way, best)) || 'another way stays open';
  };
  return [...closersOfAll(graph, best.derivation.moves)]
    .sort((a, b) => Number(alone.has(b)) - Number(alone.has(a)) || byEffort(a, b))
    .map((change) => ({ change, words: changeWords(change, tenant), leaves: leaves(change) }));
}

const quoted = ({ name }: Entry): string => `"${name}"`;

const phrases: Readonly<Record<EntryClass, (entries: readonly Entry[], first: Entry) => string>> = {
  leakedKey: (_, first) => `Whoever reads ${first.name}`,
  internet: () => 'Anyone on the internet',
  vulnerableApp: (_, first) => `Whoever breaks into ${first.name}`,
  publicInput: (_, first) => `Whoever writes to ${first.name}`,
  guest: (entries, first) => (entries.length > 1 ? `Any of ${entries.length} guests` : `Guest ${quoted(first)}`),
  repository: (_, first) => `Whoever runs as ${first.name}`,
  partner: (_, first) => `Somebody in ${first.name}`,
  internalUser: (_, first) =>
    first.people > 1 ? `Any of ${first.people} people in ${quoted(first)}` : `Members of ${quoted(first)}`,
  asked: (_, first) => quoted(first),
};

/** Who it is, at the head of a sentence. */
export const entryPhrase = (kind: EntryClass, entries: readonly Entry[]): string => {
  const [first] = entries;
  return first ? phrases[kind](entries, first) : '';
};
