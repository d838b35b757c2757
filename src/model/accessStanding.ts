import type { AbilityName } from './abilities';
import type { Access } from './access/accessTo';
import type { Kind } from './resource';

export const principalSorts = [
  'users',
  'guests',
  'servicePrincipals',
  'managedIdentities',
  'groupsUnread',
  'unrecognised',
] as const;

/** What a holder is. `groupsUnread`: a group that stands for people nobody saw. */
export type PrincipalSort = (typeof principalSorts)[number];

/** One holder of an ability, with how he holds it. */
export interface AbilityHolder extends Access {
  readonly name: string;
  readonly sort: PrincipalSort;
  /** Names of the roles, sorted; the GUID where a role was not read. */
  readonly roles: readonly string[];
}

/** Who can do one thing to one resource. Counts take in those who can for sure, if a condition lets them, or on a part. */
export interface AbilityStanding {
  readonly ability: AbilityName;
  readonly does: string;
  readonly counts: Readonly<Record<PrincipalSort, number>>;
  /** Of those counted, held under a condition, and on a part of the resource only. */
  readonly conditional: number;
  readonly partial: number;
  /** Not counted: what is not known of them decides. */
  readonly unknown: number;
  /** Not counted: may activate it. */
  readonly eligible: number;
  /** The holders, strongest answer first: ten where the page lists every resource, all where it is about one. */
  readonly holders: readonly AbilityHolder[];
}

/** Lists that decide about access and were not read where the resource stands. */
export type Unread =
  'roleAssignment' | 'roleDefinition' | 'principal' | 'denyAssignment' | 'roleEligibility' | 'resourceLock';

/** Who can do what to one resource. */
export interface ResourceAccess {
  readonly resourceId: string;
  readonly kind: Kind;
  readonly name: string;
  readonly unread: readonly Unread[];
  readonly abilities: readonly AbilityStanding[];
}

/** Which roles of the tenant give an ability. `conditional`: only if a condition lets them. */
export interface AbilityRoles {
  readonly ability: AbilityName;
  readonly does: string;
  readonly roles: readonly { readonly name: string; readonly guid: string; readonly conditional: boolean }[];
}
