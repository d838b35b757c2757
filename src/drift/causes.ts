import { kinship, type Draft } from './changes';
import type { Move } from './moved';

const parentOf = (id: string): string => id.split('/').slice(0, -2).join('/');
const typeOf = (id: string): string => id.split('/').at(-2) ?? '';

/** A guardrail beside a deployment moves its verdict; another deployment, or another account of the resource group, does not. */
const isBeside = ({ id, parentId }: Draft['resource'], other: string): boolean =>
  parentId !== undefined && parentId === parentOf(other) && typeOf(id) !== typeOf(other);

/** How near a draft stands to the resource whose verdict moved: itself, below it, beside it, above it. 0 = not related. */
function nearness({ resource }: Draft, id: string): number {
  if (resource.id === id) return 4;
  if (resource.id.startsWith(`${id}/`)) return 3;
  if (isBeside(resource, id)) return 2;
  return id.startsWith(`${resource.id}/`) ? 1 : 0;
}

/** How many words a draft shares with the evidence; coming and going is a cause for itself and what hangs with it. */
const kinOf = ({ kind, property }: Draft, near: number, evidence: string): number =>
  kind === 'changed' ? kinship(property, evidence) : Number(near !== 2);

/**
 * Evidence that speaks of the property proves the cause. Without it, only what the verdict is about may have moved it: the resource
 * itself, what hangs below it, its guardrail; never a tag.
 */
function mayCause({ property, resource }: Draft, near: number, kin: number): boolean {
  if (near === 0 || kin > 0) return near > 0;
  return (near > 2 && !property.startsWith('tags')) || (near === 2 && resource.kind === 'guardrail');
}

const better = (a: { near: number; kin: number }, b: { near: number; kin: number }): boolean =>
  a.kin > 0 === b.kin > 0 ? a.near > b.near || (a.near === b.near && a.kin > b.kin) : a.kin > 0;

/**
 * Hands each moved verdict to the one draft that most likely moved it, so that one root cause is told once with all it did. Returns
 * the moves that no draft explains.
 */
export function gather(drafts: readonly Draft[], moves: readonly Move[]): readonly Move[] {
  return moves.filter((move) => {
    const { resourceId } = move.finding;
    let best: { draft: Draft; near: number; kin: number } | undefined;
    for (const draft of drafts) {
      const near = nearness(draft, resourceId);
      const candidate = { draft, near, kin: kinOf(draft, near, move.evidence) };
      if (mayCause(draft, near, candidate.kin) && (!best || better(candidate, best))) best = candidate;
    }
    best?.draft.moves.push(move);
    return best === undefined;
  });
}
