import { ownersOfHosts, usesOf } from '../model/edges';
import { surroundingKinds, type Kind, type KindMap, type Resource } from '../model/resource';
import type { Gap, Snapshot } from '../model/snapshot';

/** A snapshot indexed for judging: by id, by kind and parent, by kind; what uses what; gaps by kind. */
export interface Inventory {
  readonly snapshot: Snapshot;
  readonly byId: ReadonlyMap<string, Resource>;
  readonly byKind: ReadonlyMap<Kind, readonly Resource[]>;
  /** What the unit itself holds, in the order of the snapshot. */
  readonly ownByKind: ReadonlyMap<Kind, readonly Resource[]>;
  readonly childrenByKind: ReadonlyMap<Kind, ReadonlyMap<string | undefined, readonly Resource[]>>;
  /** Dependency id → AI resources that use it. */
  readonly users: ReadonlyMap<string, readonly Resource[]>;
  /** Whether an AI resource uses a dependency, as far as this run read or an earlier one knew. */
  readonly isUsed: (id: string) => boolean;
  readonly gapsByKind: ReadonlyMap<Kind, readonly Gap[]>;
}

const surrounding = new Set<Kind>(surroundingKinds);

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
}

function usersIn(all: readonly Resource[]): Map<string, Resource[]> {
  const byHost = ownersOfHosts(all);
  const users = new Map<string, Resource[]>();
  for (const resource of all)
    for (const use of usesOf(resource)) {
      const target = use.targetId ?? byHost.get(use.targetHost ?? '');
      if (target) push(users, target, resource);
    }
  return users;
}

const placeOf = ({ scope, kind, reason, property = '', detail }: Gap): string =>
  [scope, kind, property, reason, detail].join('\n');

/** Each resource once, the unit's own reading first, by id: the order in which Azure answered says nothing. */
function distinct({ resources, context }: Snapshot): readonly Resource[] {
  const byId = new Map([...context, ...resources].map((resource) => [resource.id, resource]));
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Indexes `snapshot`; the context counts for looking things up. Sorted, so that any order of the snapshot gives the same index. */
export function toInventory(snapshot: Snapshot): Inventory {
  const all = distinct(snapshot);
  const byKind = Map.groupBy(all, ({ kind }) => kind);
  const users = usersIn(all);
  const gaps = [...snapshot.gaps, ...snapshot.contextGaps].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  return {
    snapshot,
    byId: new Map(all.map((resource) => [resource.id, resource])),
    byKind,
    ownByKind: Map.groupBy(snapshot.resources, ({ kind }) => kind),
    childrenByKind: new Map([...byKind].map(([kind, held]) => [kind, Map.groupBy(held, ({ parentId }) => parentId)])),
    users,
    isUsed: (id) => users.has(id) || snapshot.alsoUsed?.has(id) === true,
    gapsByKind: Map.groupBy(gaps, ({ kind }) => kind),
  };
}

/** The top of a surrounding resource: the account of a blob container. */
function root(inventory: Inventory, resource: Resource): Resource {
  const parent = resource.parentId ? inventory.byId.get(resource.parentId) : undefined;
  return parent ? root(inventory, parent) : resource;
}

/**
 * Resources of `kind` that this unit judges: its own, and for surroundings only those that an AI resource uses, wherever they live.
 * A dependency shared by two units is judged in both, with the same verdict.
 */
export function subjects<K extends Kind>(inventory: Inventory, kind: K): readonly KindMap[K][] {
  if (!surrounding.has(kind)) return (inventory.ownByKind.get(kind) ?? []) as readonly (KindMap[K] & Resource)[];
  const candidates = (inventory.byKind.get(kind) ?? []) as readonly (KindMap[K] & Resource)[];
  return candidates.filter((candidate) => inventory.isUsed(root(inventory, candidate).id));
}
