import { createHash } from 'node:crypto';
import type { EntryClass } from '../model/path';
import type { Candidate } from './candidates';
import { familyOf, type Family } from './families';
import { family } from './families/family';
import type { Graph } from './graph';
import type { Target } from './targets';

/** Ways that are one story: the same family, class of entry and service. The first is the one that is told. */
export interface Story {
  readonly id: string;
  readonly family: Family;
  readonly class: EntryClass;
  readonly target: Target;
  readonly ways: readonly Candidate[];
}

/** A path that fits no family is told all the same. */
export const unnamed = family('unnamed', 'unnamed', [], '');

const shapeOf = (graph: Graph, { derivation, class: entry, target }: Candidate) => ({
  edges: new Set(derivation.moves.map((move) => graph.edgeOf(move).kind)),
  entry,
  target: graph.states[target]?.verb ?? '',
});

/** What is poisoned on the way is the way itself; anything else of more weight is what should be told. */
function passesGreater(graph: Graph, { derivation, target }: Candidate, targets: ReadonlyMap<number, Target>): boolean {
  const own = targets.get(target);
  if (own?.state.verb === 'spend') return false;
  return derivation.states.some((state) => {
    const other = targets.get(state);
    return other !== undefined && other.state.verb !== 'taint:model' && other.impact > (own?.impact ?? 0);
  });
}

const byRoleAlone = new Set([
  ...['is-member', 'identity-holds', 'right-inherits', 'activates', 'identity-can', 'internet-reaches'],
  ...['network-reaches', 'store-holds', 'reads-grounding'],
]);

/** Whoever uses what a role gives him is at work: access, not attack. */
const isEntitled = (graph: Graph, { class: entry, derivation }: Candidate): boolean =>
  entry === 'internalUser' && derivation.moves.every((move) => byRoleAlone.has(graph.edgeOf(move).kind));

const onlyMembership = (graph: Graph, { derivation }: Candidate): boolean =>
  derivation.moves.every((move) => graph.edgeOf(move).kind === 'is-member');

const keyOf = (kind: Family, { class: entry }: Candidate, { resourceId }: Target): string =>
  `${kind.id}|${entry}|${resourceId}`;

/** Sixteen hex digits of the family, the class of entry and the service: it holds through renames and re-scoring. */
const idOf = (key: string): string => `p-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;

/** Joins candidates into stories. `better` orders the ways of one story, the one to tell first. */
export function gather(
  graph: Graph,
  candidates: readonly Candidate[],
  targets: ReadonlyMap<number, Target>,
  better: (a: Candidate, b: Candidate) => number,
): readonly Story[] {
  const stories = new Map<string, { family: Family; ways: Candidate[] }>();
  for (const one of candidates) {
    const target = targets.get(one.target);
    if (!target || passesGreater(graph, one, targets) || onlyMembership(graph, one) || isEntitled(graph, one)) continue;
    const found = familyOf(shapeOf(graph, one)) ?? unnamed;
    const key = keyOf(found, one, target);
    const held = stories.get(key);
    if (held) held.ways.push(one);
    else stories.set(key, { family: found, ways: [one] });
  }
  return [...stories].map(([key, { family: kind, ways }]) => {
    const sorted = ways.sort(better);
    const [best] = sorted as [Candidate];
    return { id: idOf(key), family: kind, class: best.class, target: targets.get(best.target) as Target, ways: sorted };
  });
}
