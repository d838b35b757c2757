import { abilities, abilityNames, type AbilityName } from '../model/abilities';
import { typeIn, type Ability, type Right } from '../model/ability';
import { allows, roleFinder } from '../model/access';
import type { RoleAssignment, RoleDefinition, Subscription } from '../model/governance';
import type { Resource } from '../model/resource';

/** One ability on resources of one type (`*` = any scope). Rights differ by type, so each is a thing of its own. */
export interface Power {
  readonly ability: AbilityName;
  readonly type: string;
  readonly rights: readonly Right[];
}

/** A power that a role gives; `conditional` only where a condition that is not evaluated lets it. */
interface Given {
  readonly power: Power;
  readonly conditional: boolean;
}

/** What one assignment gives. `owns`: everything, and to give roles as well. */
export interface Grant {
  readonly assignment: RoleAssignment;
  readonly role: RoleDefinition;
  readonly powers: readonly Given[];
  readonly owns: boolean;
}

/** Where powers are held, factored: grants on scopes, and for each scope the nearest one above that grants the same. */
export interface Rights {
  readonly grants: readonly Grant[];
  /** Nearest scope strictly above `id` on which `power` is granted; `chainUnread` where nobody knows whether it stands above. */
  above(id: string, power: Power): readonly { readonly scope: string; readonly chainUnread: boolean }[];
  /** Scopes on which `power` is granted. */
  scopesOf(power: Power): readonly string[];
  /** Powers that mean something on a resource of this id and that somebody holds. */
  powersOn(id: string): readonly Power[];
}

interface Read {
  readonly assignments: readonly RoleAssignment[];
  readonly definitions: readonly RoleDefinition[];
  readonly subscriptions: readonly Subscription[];
  readonly resources: readonly Resource[];
}

/** Every power there is, by ability and then type. */
export const powers: readonly Power[] = abilityNames.flatMap((ability) =>
  Object.entries((abilities[ability] as Ability).on).map(([type, rights]) => ({ ability, type, rights })),
);

const everything: Right = { plane: 'control', operation: 'Microsoft.Unknown/anything/write' };
const grantRoles: Right = { plane: 'control', operation: 'Microsoft.Authorization/roleAssignments/write' };
const gives = (role: RoleDefinition, { operation, plane }: Right): 'yes' | 'conditional' | 'no' =>
  allows(role, operation, plane);

function givenBy(role: RoleDefinition, among: readonly Power[]): readonly Given[] {
  return among.flatMap((power): Given[] => {
    const answers = power.rights.map((right) => gives(role, right));
    if (answers.includes('yes')) return [{ power, conditional: false }];
    return answers.includes('conditional') ? [{ power, conditional: true }] : [];
  });
}

/** Powers on types that the tenant holds, and those that mean something anywhere. */
function meaningful(resources: readonly Resource[]): readonly Power[] {
  const types = new Set(resources.map(({ id }) => typeIn(id)));
  return powers.filter(({ type }) => type === '*' || types.has(type));
}

function grantsOf({ assignments, definitions }: Read, among: readonly Power[]): readonly Grant[] {
  const roleOf = roleFinder(definitions);
  const given = new Map<RoleDefinition, readonly Given[]>();
  return assignments.flatMap((assignment) => {
    const role = roleOf(assignment);
    if (!role) return [];
    const held = given.get(role) ?? givenBy(role, among);
    given.set(role, held);
    const owns = !assignment.hasCondition && gives(role, everything) === 'yes' && gives(role, grantRoles) === 'yes';
    return held.length > 0 ? [{ assignment, role, powers: held, owns }] : [];
  });
}

const groups = '/providers/microsoft.management/managementgroups/';

/** Every path above an id that ends at a segment, nearest first: `/subscriptions/s/resourcegroups/g` before `/subscriptions/s`. */
export function pathsAbove(id: string): readonly string[] {
  const above: string[] = [];
  for (let at = id.lastIndexOf('/'); at > 0; at = id.lastIndexOf('/', at - 1)) above.push(id.slice(0, at));
  return above;
}

/** Indexes what roles give, with management groups as the subscriptions tell them. */
export function toRights(given: Read): Rights {
  const among = meaningful(given.resources);
  const grants = grantsOf(given, among);
  const scopes = new Map<Power, Set<string>>(among.map((power) => [power, new Set()]));
  for (const { assignment, powers: held } of grants)
    for (const { power } of held) scopes.get(power)?.add(assignment.scope);
  const subscriptions = new Map(given.subscriptions.map((one) => [one.id, one]));
  const byType = Map.groupBy(among, ({ type }) => type);
  const groupsAbove = (id: string): readonly { readonly scope: string; readonly chainUnread: boolean }[] => {
    const subscription = subscriptions.get(id.split('/').slice(0, 3).join('/'));
    const root = subscription?.tenantId ? [`${groups}${subscription.tenantId}`] : [];
    return [...(subscription?.managementGroupIds ?? []), ...root, '/'].map((scope) => ({ scope, chainUnread: false }));
  };
  const unplaced = (id: string): boolean =>
    id.startsWith('/subscriptions/') &&
    (subscriptions.get(id.split('/').slice(0, 3).join('/'))?.managementGroupIds.length ?? 0) === 0;
  return {
    grants,
    above: (id, power) => {
      const granted = scopes.get(power) ?? new Set();
      const path = pathsAbove(id).find((scope) => granted.has(scope));
      if (path !== undefined) return [{ scope: path, chainUnread: false }];
      const nearest = groupsAbove(id).find(({ scope }) => scope !== id && granted.has(scope));
      if (nearest) return [nearest];
      if (!unplaced(id)) return [];
      return [...granted].filter((scope) => scope.startsWith(groups)).map((scope) => ({ scope, chainUnread: true }));
    },
    scopesOf: (power) => [...(scopes.get(power) ?? [])].sort(),
    powersOn: (id) => (byType.get(typeIn(id)) ?? []).filter((power) => (scopes.get(power)?.size ?? 0) > 0),
  };
}
