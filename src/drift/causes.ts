import { kinship, type Draft } from './changes';
import type { Move } from './moved';

const parentOf = (id: string): string => id.split('/').slice(0, -2).join('/');

/** How near a draft stands to the resource whose verdict moved: itself, below it, beside it, above it. 0 = not related. */
function nearness(draft: Draft, id: string): number {
  const own = draft.resource.id;
  if (own === id) return 4;
  if (own.startsWith(`${id}/`)) return 3;
  if (parentOf(own) === parentOf(id)) return 2;
  return id.startsWith(`${own}/`) ? 1 : 0;
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
      const candidate = { draft, near, kin: draft.kind === 'changed' ? kinship(draft.property, move.evidence) : 1 };
      if (near > 0 && (!best || better(candidate, best))) best = candidate;
    }
    best?.draft.moves.push(move);
    return best === undefined;
  });
}
