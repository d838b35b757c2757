import { roleFinder } from '../model/access';
import { dataUsesIn, type DataUse } from '../model/dataUse';
import { ownersOfHosts, usesOf } from '../model/edges';
import type { RoleEligibility } from '../model/authorization';
import type { RoleAssignment, RoleDefinition } from '../model/governance';
import type { Policy } from '../model/policy';
import type { Kind, KindMap, Resource } from '../model/resource';
import type { ResourceLock } from '../model/safeguards';
import { within } from '../model/scope';
import type { Gap } from '../model/snapshot';
import { toRights, type Rights } from './rights';

/** All that was read of the tenant, of the kinds that edges look at, with what could not be read. */
export interface Facts {
  readonly resources: readonly Resource[];
  readonly gaps: readonly Gap[];
  readonly policy: Policy;
  /** The instant of the run, ISO 8601 UTC. */
  readonly takenAt: string;
  readonly asked?: string;
}

/** What an edge sees of the whole tenant: only the kinds it reads. Every list is sorted by id. */
export interface Tenant<N extends Kind = Kind> {
  readonly policy: Policy;
  readonly takenAt: string;
  /** Who holds which ability where. */
  readonly rights: Rights;
  all<K extends N>(kind: K): readonly KindMap[K][];
  byId<K extends N>(kind: K, id: string): KindMap[K] | undefined;
  /** Resources of a kind directly below another. */
  below<K extends N>(parent: { readonly id: string }, kind: K): readonly KindMap[K][];
  /** What an id is called; the id where nothing of it was read. */
  nameOf(id: string): string;
  /** The resource of any kind with this id. */
  find(id: string): Resource | undefined;
  /** Id of the resource that answers at a host, '' when none of ours does. */
  ownerOfHost(host: string): string;
  /** A principal that somebody asked about: what could it reach? '' = nobody. */
  readonly asked: string;
  /** Which AI resources learn from, are grounded on or write to which stores. */
  readonly dataUses: readonly DataUse[];
  /** Everything that was read, by id. */
  readonly everything: readonly Resource[];
  /** Resources of any kind that show a secret. */
  readonly exposing: readonly Resource[];
  /** A ReadOnly lock on a resource or above it. */
  lockOn(id: string): ResourceLock | undefined;
  /** Ids of the resources that use this one, as `model/edges` knows it. */
  usersOf(id: string): readonly string[];
  /** What was not read of a kind. */
  gapsOf(kind: N): readonly Gap[];
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const held = map.get(key);
  if (held) held.push(value);
  else map.set(key, [value]);
}

function nameOf(resource: Resource): string {
  switch (resource.kind) {
    case 'subscription':
    case 'managementGroup':
    case 'principal':
      return resource.displayName || resource.name;
    case 'roleDefinition':
      return resource.roleName;
    default:
      return resource.name;
  }
}

/** Names by id: of an assignment its role, holder and scope; of a membership the two it joins. */
function naming(byId: ReadonlyMap<string, Resource>, definitions: readonly RoleDefinition[]): (id: string) => string {
  const roleOf = roleFinder(definitions);
  const assigned = (one: RoleAssignment | RoleEligibility): string =>
    `${roleOf(one)?.roleName ?? 'a role'} of ${name(one.principalId)} on ${name(one.scope)}`;
  const unread = (id: string): string => {
    const [group = '', member = ''] = id.split('/members/');
    return member ? `${name(member)} in ${name(group)}` : lastOf(id) || 'the tenant root';
  };
  const name = (id: string): string => {
    const found = byId.get(id);
    if (!found) return unread(id);
    return found.kind === 'roleAssignment' || found.kind === 'roleEligibility' ? assigned(found) : nameOf(found);
  };
  return name;
}

const lastOf = (id: string): string => id.split('/').at(-1) ?? '';

interface Index {
  readonly sorted: readonly Resource[];
  readonly byId: ReadonlyMap<string, Resource>;
  readonly byKind: ReadonlyMap<Kind, readonly Resource[]>;
  readonly byParent: ReadonlyMap<string, readonly Resource[]>;
}

/** Each resource once, by id: the order in which Azure answered says nothing. */
function toIndex(resources: readonly Resource[]): Index {
  const byId = new Map(resources.map((resource) => [resource.id, resource]));
  const sorted = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const byKind = new Map<Kind, Resource[]>();
  const byParent = new Map<string, Resource[]>();
  for (const resource of sorted) {
    push(byKind, resource.kind, resource);
    if (resource.parentId) push(byParent, resource.parentId, resource);
  }
  return { sorted, byId, byKind, byParent };
}

function usersIn(sorted: readonly Resource[], hosts: ReadonlyMap<string, string>): ReadonlyMap<string, string[]> {
  const users = new Map<string, string[]>();
  for (const resource of sorted)
    for (const { targetId, targetHost = '' } of usesOf(resource)) {
      const target = targetId ?? hosts.get(targetHost);
      if (target) push(users, target, resource.id);
    }
  return users;
}

/** Indexes what was read of the tenant. The same facts in any order give the same answers in the same order. */
export function toTenant({ resources, gaps, policy, takenAt, asked = '' }: Facts): Tenant {
  const { sorted, byId, byKind, byParent } = toIndex(resources);
  const hosts = ownersOfHosts(sorted);
  const users = usersIn(sorted, hosts);
  const all = <K extends Kind>(kind: K): readonly KindMap[K][] =>
    (byKind.get(kind) ?? []) as readonly (Resource & KindMap[K])[];
  return {
    policy,
    takenAt,
    all,
    rights: toRights({
      assignments: all('roleAssignment'),
      eligibilities: all('roleEligibility'),
      denials: all('denyAssignment'),
      definitions: all('roleDefinition'),
      subscriptions: all('subscription'),
      resources: sorted,
    }),
    byId: <K extends Kind>(kind: K, id: string) => {
      const found = byId.get(id);
      return found?.kind === kind ? (found as Resource & KindMap[K]) : undefined;
    },
    below: <K extends Kind>(parent: { readonly id: string }, kind: K) =>
      (byParent.get(parent.id) ?? []).filter((child): child is Resource & KindMap[K] => child.kind === kind),
    nameOf: naming(byId, all('roleDefinition')),
    find: (id) => byId.get(id),
    ownerOfHost: (host) => hosts.get(host.toLowerCase()) ?? '',
    asked,
    dataUses: dataUsesIn(sorted),
    everything: sorted,
    exposing: sorted.filter(({ exposedSecrets = [] }) => exposedSecrets.length > 0),
    lockOn: (id) => all('resourceLock').find(({ level, scope }) => level === 'ReadOnly' && within(id, scope)),
    usersOf: (id) => users.get(id) ?? [],
    gapsOf: (kind) => gaps.filter((gap) => gap.kind === kind),
  };
}
