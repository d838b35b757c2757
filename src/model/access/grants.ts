import type { Right } from '../ability';
import { typeIn } from '../ability';
import { oncePer } from '../oncePer';
import { roleFinder, type AccessFacts } from '../access';
import type { DenyAssignment, RoleEligibility } from '../authorization';
import type { PermissionBlock, RoleAssignment, RoleDefinition } from '../governance';
import type { ResourceLock } from '../safeguards';
import { blockAllows, isGuarded } from './matching';
import { bearersOf, type Bearer } from './principals';
import { isSameScope, reaches, scopedBeneath, scopedNear } from './scopes';

/** Everything that decides about access. A list that is undefined was not read. */
export interface AllFacts extends AccessFacts {
  readonly eligibilities: readonly RoleEligibility[] | undefined;
  readonly denials: readonly DenyAssignment[] | undefined;
  readonly locks: readonly ResourceLock[] | undefined;
}

/** One way in which a principal may hold a right, denials and locks aside. */
export interface Way extends Bearer {
  /** Id of the assignment, or of what may be activated. */
  readonly via: string;
  readonly roleGuid: string;
  readonly scope: string;
  /** May be activated; not held until then. */
  readonly eligible: boolean;
  /** Assigned above the resource. */
  readonly inherited: boolean;
  readonly conditional: boolean;
  /** The chain above the subscription is not known, and the grant stands at a management group. */
  readonly chainUnread: boolean;
  readonly roleUnread: boolean;
  /** Only the reading that a `*` between slashes may stand for nothing gives the right. */
  readonly zeroSegment: boolean;
  /** It holds on this child of the resource only; '' = on all of it. */
  readonly part: string;
  /** GUIDs of roles that the condition lets its bearer give; null = any, or not known which. Only for giving roles. */
  readonly grantable: readonly string[] | null;
}

type Assigned = RoleAssignment | RoleEligibility;
type Grant = Pick<Way, 'conditional' | 'roleUnread' | 'zeroSegment' | 'grantable'>;

const isGranting = ({ operation }: Right): boolean =>
  operation.toLowerCase() === 'microsoft.authorization/roleassignments/write';

/** Roles that conditions allow to give, together; null where one way is free of a list. */
const together = (lists: readonly (readonly string[] | null)[]): readonly string[] | null =>
  lists.includes(null) ? null : [...new Set(lists.flatMap((list) => list ?? []))].sort();

const listOf = ({ condition }: Pick<PermissionBlock, 'condition'>): readonly string[] | null =>
  condition?.grantable ?? null;

const grantCache = oncePer<RoleDefinition, Map<string, Grant | undefined>>(() => new Map());

/** What a role says of a right; undefined = nothing. Kept, for every resource asks again. */
function grantOf(definition: RoleDefinition, right: Right): Grant | undefined {
  const known = grantCache(definition);
  const key = `${right.plane} ${right.operation}`;
  if (!known.has(key)) known.set(key, toGrant(definition, right));
  return known.get(key);
}

function toGrant({ permissions }: RoleDefinition, right: Right): Grant | undefined {
  const granting = permissions.filter((block) => blockAllows(block, right));
  if (granting.length === 0) return undefined;
  const conditional = granting.every((block) => isGuarded(block, right.operation));
  return {
    conditional,
    roleUnread: false,
    zeroSegment: !permissions.some((block) => blockAllows(block, right, 'literal')),
    grantable: conditional && isGranting(right) ? together(granting.map(listOf)) : null,
  };
}

/** Two lists both narrow what may be given. */
function both(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  if (one === null || other === null) return one ?? other;
  return one.filter((guid) => other.includes(guid));
}

/** What an assignment gives of a right: its role's say, narrowed by its own condition. */
function grantBy(assigned: Assigned, right: Right, facts: AllFacts): Grant | undefined {
  const definition = roleFinder(facts.definitions)(assigned);
  if (!definition) return { conditional: false, roleUnread: true, zeroSegment: false, grantable: null };
  const grant = grantOf(definition, right);
  if (!grant || !isGuarded(assigned, right.operation)) return grant;
  const grantable = both(grant.grantable, listOf(assigned));
  return { ...grant, conditional: true, grantable: isGranting(right) ? grantable : null };
}

const guidOf = ({ roleDefinitionId: id }: Assigned): string => id.slice(id.lastIndexOf('/') + 1).toLowerCase();

type Place = Pick<Way, 'chainUnread' | 'part' | 'inherited'>;

function waysBy(assigned: Assigned, place: Place, right: Right, facts: AllFacts): readonly Way[] {
  const grant = grantBy(assigned, right, facts);
  if (!grant) return [];
  const { id: via, kind, scope } = assigned;
  const shared = {
    ...grant,
    ...place,
    ...{ via, scope, roleGuid: guidOf(assigned), eligible: kind === 'roleEligibility' },
  };
  return bearersOf(assigned, facts)
    .filter(({ principalId }) => facts.principal(principalId)?.known !== 'deleted')
    .map((bearer) => borneBy(shared, bearer));
}

/** Thousands may bear one assignment: one spread each. */
const borneBy = (shared: Omit<Way, keyof Bearer>, { principalId, membersUnread, through }: Bearer): Way =>
  through === undefined
    ? { ...shared, principalId, membersUnread }
    : { ...shared, principalId, membersUnread, through };

/** A right acts on children of a type when its operation is one of that type, as `…/containers/blobs/write` is one of containers. */
const actsOn = (right: Right, childId: string): boolean =>
  right.operation.toLowerCase().startsWith(`${typeIn(childId)}/`);

/** Every way to a right on the resource: by assignments at it and above, on a part of it by those below. */
export function waysTo(resourceId: string, right: Right, facts: AllFacts): readonly Way[] {
  return [facts.assignments, facts.eligibilities ?? []].flatMap((all: readonly Assigned[]) => {
    const above = scopedNear(all, resourceId).flatMap((assigned) => {
      const reached = reaches(assigned.scope, resourceId, facts.subscription);
      const inherited = !isSameScope(assigned.scope, resourceId);
      const place = { chainUnread: reached === 'chainUnread', part: '', inherited };
      return reached === 'no' ? [] : waysBy(assigned, place, right, facts);
    });
    const below = scopedBeneath(all, resourceId)
      .filter(({ scope }) => actsOn(right, scope))
      .flatMap((assigned) =>
        waysBy(assigned, { chainUnread: false, part: assigned.scope, inherited: false }, right, facts),
      );
    return [...above, ...below];
  });
}
