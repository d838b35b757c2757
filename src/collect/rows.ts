import type { Resource } from '../model/resource';
import type { Gap } from '../model/snapshot';
import { attempt } from './attempt';
import type { Body, Converted } from './collector';
import { toGap } from './gaps';

/** Resources by id, each once, and what could not be read of them. */
export class Harvest {
  readonly resources = new Map<string, Resource>();
  readonly gaps: Gap[] = [];

  add(converted: Converted | null): void {
    if (!converted) return;
    this.resources.set(converted.resource.id, converted.resource);
    this.gaps.push(...(converted.gaps ?? []));
  }
}

export const idOf = (body: Body): string => (typeof body['id'] === 'string' ? body['id'].toLowerCase() : '');

type Convert = () => Converted | null;
type Concern = Pick<Parameters<typeof toGap>[1], 'kind' | 'scope'>;

/** One bad body is one gap at its place, and the rest go on. */
export async function convertInto(harvest: Harvest, concern: Concern, convert: Convert): Promise<void> {
  const tried = await attempt(convert);
  if (tried.ok) harvest.add(tried.value);
  else harvest.gaps.push(toGap(tried.error, { ...concern, permission: '' }));
}

/** Leaves each gap once. */
export const distinct = (gaps: readonly Gap[]): Gap[] => [
  ...new Map(
    gaps.map((known) => [[known.kind, known.scope, known.reason, known.permission, known.property].join('\n'), known]),
  ).values(),
];
