import type { DataStore } from '../model/dataStore';
import { dataUsesIn, type DataUse } from '../model/dataUse';
import { gradeOf } from '../model/recoverability';
import type { Kind, KindMap, Network, Resource } from '../model/resource';
import type { Run } from '../model/run';
import type { ResourceAccess } from '../model/accessStanding';
import { findAccess } from './access';

type Held = Pick<Run, 'resources' | 'coverage'>;
type Store = KindMap['storageAccount' | 'searchService' | 'cosmosAccount'];

const whats: Readonly<Record<Store['kind'], string>> = {
  storageAccount: 'storage',
  searchService: 'search',
  cosmosAccount: 'Cosmos DB',
};

const isStore = (one: Resource): one is Store => one.kind in whats;

/** What hangs below the stores, by kind and parent. */
interface Below {
  readonly children: <K extends Kind>(kind: K, parent: string) => readonly KindMap[K][];
  readonly writers: ReadonlyMap<string, ResourceAccess>;
  readonly uses: ReadonlyMap<string, readonly DataUse[]>;
  readonly names: ReadonlyMap<string, string>;
  readonly isUnread: (kind: Kind, id: string) => boolean;
}

function belowOf({ resources, coverage }: Held, writers: readonly ResourceAccess[]): Below {
  const byParent = Map.groupBy(resources, ({ kind, parentId = '' }) => `${kind} ${parentId}`);
  const gaps = coverage.flatMap((unit) => unit.gaps);
  return {
    children: <K extends Kind>(kind: K, parent: string) =>
      (byParent.get(`${kind} ${parent}`) ?? []) as unknown as readonly KindMap[K][],
    writers: new Map(writers.map((one) => [one.resourceId, one])),
    uses: Map.groupBy(dataUsesIn(resources), ({ store }) => store),
    names: new Map(resources.map(({ id, name }) => [id, name])),
    isUnread: (kind, id) => gaps.some((gap) => gap.kind === kind && (gap.scope === '/' || id.startsWith(gap.scope))),
  };
}

function networkWords({ publicNetworkAccess, defaultAction, ipRules, virtualNetworkRules }: Network): string {
  if (publicNetworkAccess === 'Disabled') return 'private endpoints only';
  if (publicNetworkAccess === 'SecuredByPerimeter') return 'a network perimeter decides';
  if (defaultAction !== 'Deny') return 'any network';
  const counts = [`${ipRules.length} address rules`, `${virtualNetworkRules.length} networks`];
  return counts.join(', ');
}

function exposureOf(store: Store, below: Below): string {
  const reach = networkWords(store.network);
  if (store.kind !== 'storageAccount' || !store.allowBlobPublicAccess) return reach;
  const open = below.children('blobContainer', store.id).filter(({ publicAccess }) => publicAccess !== 'None');
  return open.length > 0 ? `${reach}, ${open.length} containers without sign-in` : reach;
}

function gradeHere(store: Store, { children, isUnread }: Below): DataStore['grade'] {
  const [service] = children('blobService', store.id);
  if (!service || isUnread('blobContainer', store.id)) return undefined;
  return gradeOf(service, children('blobContainer', store.id));
}

function writersOf({ id }: Store, { writers }: Below): DataStore['writers'] {
  const access = writers.get(id);
  const [standing] = access?.abilities ?? [];
  if (!access || !standing) return undefined;
  const { counts, unknown } = standing;
  const count = Object.values(counts).reduce((sum, one) => sum + one, 0);
  return { count, guests: counts.guests, atLeast: unknown > 0 || counts.groupsUnread > 0 || access.unread.length > 0 };
}

function besideRoles(store: Store, { children }: Below): readonly string[] {
  if (store.kind !== 'storageAccount') return store.localAuthDisabled ? [] : ['keys'];
  const users = children('storageLocalUser', store.id);
  return [...(store.allowSharedKeyAccess ? ['keys'] : []), ...(users.length > 0 ? [`${users.length} SFTP users`] : [])];
}

const sortedSet = <T extends string>(list: readonly T[]): readonly T[] => [...new Set(list)].sort();

const toDataStore = (store: Store, below: Below): DataStore => {
  const uses = below.uses.get(store.id) ?? [];
  return {
    ...{ id: store.id, name: store.name, what: whats[store.kind] },
    usedBy: sortedSet(uses.map(({ by }) => below.names.get(by) ?? by)),
    roles: sortedSet(uses.map(({ role }) => role)),
    exposure: exposureOf(store, below),
    writers: writersOf(store, below),
    beside: besideRoles(store, below),
    grade: gradeHere(store, below),
  };
};

/** Every store of a run that a model learns from, is grounded on or writes to, with who may change it. Sorted by name. */
export function findDataStores(run: Held): readonly DataStore[] {
  const access = (['store.write', 'search.write'] as const).flatMap((ability) =>
    findAccess(run, { ability, most: 0 }).filter(({ abilities }) => abilities.length > 0),
  );
  const below = belowOf(run, access);
  return run.resources
    .filter(isStore)
    .filter(({ id }) => below.uses.has(id))
    .map((store) => toDataStore(store, below))
    .sort((a, b) => (a.name + a.id < b.name + b.id ? -1 : 1));
}
