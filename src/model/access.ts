import type { PermissionBlock, Principal, RoleAssignment, RoleDefinition, Subscription } from './governance';
import { oncePer } from './oncePer';

type Plane = 'control' | 'data';

/** Who may do `operation` on the resource. Control: `Microsoft.X/type/action`; data: an operation of the service's data plane. */
interface Question {
  readonly resourceId: string;
  readonly operation: string;
  readonly plane: Plane;
}

/** What was read. `subscription` is the one of the resource; `principal` finds one by object id, undefined = not read. */
export interface AccessFacts {
  readonly assignments: readonly RoleAssignment[];
  readonly definitions: readonly RoleDefinition[];
  readonly principal: (objectId: string) => Principal | undefined;
  readonly subscription: Subscription | undefined;
}

/** One who bears an assignment: its principal, or a member of its group. `membersUnread`: a group that stands for people unseen. */
interface Bearer {
  readonly principalId: string;
  readonly through?: string;
  readonly membersUnread: boolean;
}

/**
 * One way in which a principal holds a right. `conditional`: only if a condition that is not evaluated here lets it. `chainUnread`:
 * granted at a management group of which nobody knows whether it stands above the subscription.
 */
export interface Holder extends Bearer {
  readonly via: string;
  readonly conditional: boolean;
  readonly chainUnread: boolean;
}

/**
 * Whether `operation` fits a pattern of a role definition. Without case; `*` spans slashes. A `*` between two slashes may stand for
 * nothing, one slash going with it: built-in roles such as Managed Identity Operator could not do their documented work otherwise.
 */
export function matches(pattern: string, operation: string): boolean {
  const asked = operation.toLowerCase();
  const [prefix = '', ...rest] = pattern.toLowerCase().split('*');
  const suffix = rest.pop();
  if (suffix === undefined) return asked === prefix;
  if (rest.length === 0 && asked === withoutSegment(prefix, suffix)) return true;
  const room = asked.length - suffix.length;
  if (!asked.startsWith(prefix) || !asked.endsWith(suffix) || room < prefix.length) return false;
  // Azure refuses a second `*`; a stored oddity is still read, part after part.
  return rest.reduce((at, part) => after(asked.slice(0, room), part, at), prefix.length) >= 0;
}

// A star between two slashes that stands for nothing takes one of them along.
const withoutSegment = (prefix: string, suffix: string): string | undefined =>
  prefix.endsWith('/') && suffix.startsWith('/') ? prefix + suffix.slice(1) : undefined;

const after = (text: string, part: string, from: number): number => {
  const found = from < 0 ? -1 : text.indexOf(part, from);
  return found < 0 ? -1 : found + part.length;
};

/** `notActions` takes away inside its own block only: it is no deny. Planes never cross. */
function blockAllows(block: PermissionBlock, operation: string, plane: Plane): boolean {
  const [given, taken] =
    plane === 'control' ? [block.actions, block.notActions] : [block.dataActions, block.notDataActions];
  const fits = (pattern: string): boolean => matches(pattern, operation);
  return given.some(fits) && !taken.some(fits);
}

/** What one role says of an operation, its blocks united after each subtracted its own. */
export function allows(definition: RoleDefinition, operation: string, plane: Plane): 'yes' | 'conditional' | 'no' {
  const granting = definition.permissions.filter((block) => blockAllows(block, operation, plane));
  if (granting.some((block) => !block.hasCondition)) return 'yes';
  return granting.length > 0 ? 'conditional' : 'no';
}

/** Ends with a slash, so that a prefix of it is one of whole segments. */
const path = (id: string): string => `${id.toLowerCase().replace(/\/+$/, '')}/`;
const managementGroups = '/providers/microsoft.management/managementgroups/';

function standsAbove(group: string, subscription: Subscription | undefined): 'yes' | 'no' | 'chainUnread' {
  const chain = (subscription?.managementGroupIds ?? []).map((id) => id.toLowerCase());
  if (chain.includes(group)) return 'yes';
  // The root group bears the tenant's id and stands above every subscription.
  if (subscription?.tenantId && group === `${managementGroups}${subscription.tenantId.toLowerCase()}`) return 'yes';
  return chain.length > 0 ? 'no' : 'chainUnread';
}

/**
 * Whether an assignment at `scope` holds on the resource: `/`, a management group above its subscription, or a prefix of its id by
 * whole segments.
 */
export function reaches(
  scope: string,
  resourceId: string,
  subscription: Subscription | undefined,
): 'yes' | 'no' | 'chainUnread' {
  if (scope.toLowerCase().startsWith(managementGroups)) return standsAbove(scope.toLowerCase(), subscription);
  return path(resourceId).startsWith(path(scope)) ? 'yes' : 'no';
}

const placeOf = (scope: string): string =>
  scope.toLowerCase().startsWith(managementGroups) ? managementGroups : path(scope);

/** Every path that ends at a segment of the resource's id, itself included, and the bucket of management groups. */
function placesAbove(resourceId: string): readonly string[] {
  const whole = path(resourceId);
  const places = [managementGroups];
  for (let at = whole.indexOf('/'); at >= 0; at = whole.indexOf('/', at + 1)) places.push(whole.slice(0, at + 1));
  return places;
}

interface Scoped {
  readonly scope: string;
}

const byPlace = oncePer((all: readonly Scoped[]) =>
  Map.groupBy(
    all.map((one, at) => ({ at, one })),
    ({ one }) => placeOf(one.scope),
  ),
);

/** Of what has a scope, all at the resource, above it, or at any management group, in the order given: where `reaches` could say yes. */
export function scopedNear<T extends Scoped>(all: readonly T[], resourceId: string): readonly T[] {
  const index = byPlace(all);
  return placesAbove(resourceId)
    .flatMap((place) => index.get(place) ?? [])
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one as T);
}

/** Types that are one person, application or machine; anything else may stand for many. */
const single = new Set(['user', 'serviceprincipal', 'managedidentity', 'device']);

/** Everyone below a group, the group and groups inside left out. `memberIds` is transitive; lists of direct members end too. */
function membersOf(group: Principal, members: readonly string[], facts: Pick<AccessFacts, 'principal'>): string[] {
  const seen = new Set([group.id]);
  const queue = [...members];
  for (const id of queue) {
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...(facts.principal(id)?.memberIds ?? []));
  }
  return [...seen].filter((id) => id !== group.id && facts.principal(id)?.principalType !== 'Group');
}

/** All who bear an assignment. A group whose members were not read bears it itself, and so does a principal of unknown type. */
export function bearersOf(assignment: RoleAssignment, facts: Pick<AccessFacts, 'principal'>): readonly Bearer[] {
  const { principalId } = assignment;
  const principal = facts.principal(principalId);
  const type = principal?.known === 'known' ? principal.principalType : assignment.principalType;
  if (principal?.known === 'deleted' || single.has(type.toLowerCase())) return [{ principalId, membersUnread: false }];
  if (!principal?.memberIds) return [{ principalId, membersUnread: true }];
  return membersOf(principal, principal.memberIds, facts).map((id) => ({
    principalId: id,
    through: principalId,
    membersUnread: false,
  }));
}

/** Definitions by GUID: Azure writes the id of one role below each subscription. */
const guidOf = (roleDefinitionId: string): string =>
  roleDefinitionId.slice(roleDefinitionId.lastIndexOf('/') + 1).toLowerCase();

/** Finds the role of an assignment among `definitions`; undefined = not read. */
export const roleFinder = oncePer((definitions: readonly RoleDefinition[]) => {
  const byGuid = new Map(definitions.map((definition) => [definition.guid.toLowerCase(), definition]));
  return ({ roleDefinitionId }: RoleAssignment): RoleDefinition | undefined => byGuid.get(guidOf(roleDefinitionId));
});

/** Assignments that may hold on the resource and whose role was not read: nobody can say what they grant. */
export function undefinedAssignments(resourceId: string, facts: AccessFacts): readonly RoleAssignment[] {
  const roleOf = roleFinder(facts.definitions);
  return scopedNear(facts.assignments, resourceId).filter(
    (assignment) => reaches(assignment.scope, resourceId, facts.subscription) !== 'no' && !roleOf(assignment),
  );
}

/**
 * Everyone who holds a right by a role, one entry for each way. Deleted principals hold nothing. Deny assignments, locks, eligible
 * assignments and rights that a service ignores are not looked at.
 */
export function holders(question: Question, facts: AccessFacts): readonly Holder[] {
  const roleOf = roleFinder(facts.definitions);
  return scopedNear(facts.assignments, question.resourceId).flatMap((assignment) => {
    const scope = reaches(assignment.scope, question.resourceId, facts.subscription);
    const definition = scope === 'no' ? undefined : roleOf(assignment);
    const grant = definition ? allows(definition, question.operation, question.plane) : 'no';
    if (grant === 'no') return [];
    const conditional = assignment.hasCondition || grant === 'conditional';
    return bearersOf(assignment, facts)
      .filter(({ principalId }) => facts.principal(principalId)?.known !== 'deleted')
      .map((bearer) => ({ ...bearer, via: assignment.id, conditional, chainUnread: scope === 'chainUnread' }));
  });
}
