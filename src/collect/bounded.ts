import type { Kind, Resource } from '../model/resource';
import type { Gap } from '../model/snapshot';
import { text } from './body';
import type { Body } from './collector';

/** The first `most` rows of a list, and whether there were more. Rows beyond that are not asked for. */
export async function first(
  rows: AsyncGenerator<Body>,
  most: number,
): Promise<{ readonly rows: readonly Body[]; readonly more: boolean }> {
  const taken: Body[] = [];
  for await (const row of rows) {
    if (taken.length === most) return { rows: taken, more: true };
    taken.push(row);
  }
  return { rows: taken, more: false };
}

/** Marks the row after which a reader stopped; Azure has no property of this name. */
const mark = 'aispm:bounded';

export const boundedAfter = (row: Body, why: string): Body => ({ ...row, [mark]: why });

/** The gap of a row that a reader marked: more of this kind is below `parent` than was read. */
export function boundedGaps(row: Body, kind: Kind, parent: Resource): readonly Gap[] {
  const detail = text(row, mark);
  return detail ? [{ kind, scope: parent.id, reason: 'bounded', permission: '', detail }] : [];
}
