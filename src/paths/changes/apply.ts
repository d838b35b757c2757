import { changeOf } from '.';
import type { Resource } from '../../model/resource';
import { within } from '../../model/scope';

/** Edits of the resources a change is made on, and of what hangs below them; those that cannot be simulated change nothing. */
function applied(resource: Resource, ids: readonly string[]): Resource | undefined {
  let held: Resource | undefined = resource;
  for (const id of ids) {
    const { kind, on } = changeOf(id);
    if (held && kind.apply && within(held.id, on)) held = held.id === on || kind.reaches ? kind.apply(held) : held;
  }
  return held;
}

/** The tenant as it would be after these changes: evaluate it, or seek its paths, as if it had been read. */
export const applyChanges = (resources: readonly Resource[], ids: readonly string[]): readonly Resource[] =>
  ids.length === 0 ? resources : resources.flatMap((resource) => applied(resource, ids) ?? []);

/** True for a change that is a property of what was read, so that its effect can be judged. */
export const canSimulate = (id: string): boolean => changeOf(id).kind.apply !== undefined;
