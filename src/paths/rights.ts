import { typeIn } from '../model/ability';
import { roleFinder } from '../model/access';
import { isGuarded } from '../model/access/matching';
import type { DenyAssignment, RoleEligibility } from '../model/authorization';
import type { RoleAssignment, RoleDefinition, Subscription } from '../model/governance';
import type { Resource } from '../model/resource';
import { cutsBetween, denialOn } from './denials';
import { givenBy, isOwner, powers, type GivenPower, type Power } from './powers';

/** What one assignment, active or eligible, gives. `owns`: everything, and to give roles as well. */
export interface Grant {
  readonly id: string;
  readonly scope: string;
  readonly principalId: string;
  readonly eligible: boolean;
  readonly role: RoleDefinition;
  readonly powers: readonly GivenPower[];
  readonly owns: boolean;
}

/** A scope from which a power comes down. `chainUnread`: nobody knows whether it stands above. `cut`: a deny assignment lies between. */
export interface Above {
  readonly scope: string;
  readonly chainUnread: boolean;
  readonly cut: boolean;
}

/** Where powers are held, factored: grants on scopes, and for each scope the nearest one above that grants the same. */
export interface Rights {
  readonly grants: readonly Grant[];
  /** Nearest scope strictly above `id` on which `power` is granted; several where the chain of management groups was not read. */
  above(id: string, power: Power): readonly Above[];
  /** Where a deny assignment lies between: grants above `id` that it does not meet, and those of which that is in doubt. */
  survivors(id: string, power: Power): readonly { readonly grant: Grant; readonly doubt: boolean }[];
  /** Scopes on which `power` is granted, sorted. */
  scopesOf(power: Power): readonly string[];
  isGrantedOn(scope: string, power: Power): boolean;
  /** Powers that mean something on a resource of this id and that somebody holds. */
  powersOn(id: string): readonly Power[];
  /** Powers that mean something in this tenant. */
  readonly powers: readonly Power[];
}

/** What was read of access. */
export interface AccessRead {
  readonly assignments: readonly RoleAssignment[];
  readonly eligibilities: readonly RoleEligibility[];
  readonly denials: readonly DenyAssignment[];
  readonly definitions: readonly RoleDefinition[];
  readonly subscriptions: readonly Subscription[];
  readonly resources: readonly Resource[];
}

const groups = '/providers/microsoft.management/managementgroups/';

/** Every path above an id that ends at a segment, nearest first: `/subscriptions/s/resourcegroups/g` before `/subscriptions/s`. */
export function pathsAbove(id: string): readonly string[] {
  const above: string[] = [];
  for (let at = id.lastIndexOf('/'); at > 0; at = id.lastIndexOf('/', at - 1)) above.push(id.slice(0, at));
  return above;
}

/** Powers on types that the tenant holds, and those that mean something anywhere. */
function meaningful(resources: readonly Resource[]): readonly Power[] {
  const types = new Set(resources.map(({ id }) => typeIn(id)));
  return powers.filter(({ type }) => type === '*' || types.has(type));
}

type Assigned = RoleAssignment | RoleEligibility;

function underCondition(assigned: Assigned, given: GivenPower): GivenPower {
  const guarded = given.power.rights.every(({ operation }) => isGuarded(assigned, operation));
  if (!guarded) return given;
  return { ...given, conditional: true, grantable: assigned.condition?.grantable ?? given.grantable };
}

/** Without the powers that a deny assignment takes from this holder; those it may take become conditional. */
const afterDenials =
  (denials: readonly DenyAssignment[], scope: string, principalId: string) =>
  (given: GivenPower): readonly GivenPower[] => {
    const denial = denialOn(denials, scope, given.power, principalId);
    if (denial === 'denied') return [];
    return [denial === 'doubt' ? { ...given, conditional: true } : given];
  };

function grantsOf(read: AccessRead, among: readonly Power[]): readonly Grant[] {
  const roleOf = roleFinder(read.definitions);
  const given = new Map<RoleDefinition, readonly GivenPower[]>();
  const toGrant = (assigned: Assigned): Grant[] => {
    const role = roleOf(assigned);
    if (!role) return [];
    const held = given.get(role) ?? givenBy(role, among);
    given.set(role, held);
    const { id, scope, principalId } = assigned;
    const kept = held
      .map((one) => underCondition(assigned, one))
      .flatMap(read.denials.length > 0 ? afterDenials(read.denials, scope, principalId) : (one) => [one]);
    const owns = !assigned.hasCondition && isOwner(role);
    const eligible = assigned.kind === 'roleEligibility';
    return kept.length > 0 ? [{ id, scope, principalId, eligible, role, powers: kept, owns }] : [];
  };
  return [...read.assignments, ...read.eligibilities].flatMap(toGrant);
}

/** Management groups above a subscription, nearest first, then the root. */
class Chains {
  private readonly byId: ReadonlyMap<string, Subscription>;

  constructor(subscriptions: readonly Subscription[]) {
    this.byId = new Map(subscriptions.map((one) => [one.id, one]));
  }

  private of = (id: string): Subscription | undefined => this.byId.get(id.split('/').slice(0, 3).join('/'));

  above(id: string): readonly string[] {
    const subscription = this.of(id);
    const root = subscription?.tenantId ? [`${groups}${subscription.tenantId}`] : [];
    return [...(subscription?.managementGroupIds ?? []), ...root, '/'];
  }

  isUnread = (id: string): boolean =>
    id.startsWith('/subscriptions/') && (this.of(id)?.managementGroupIds.length ?? 0) === 0;
}

function scopesByPower(grants: readonly Grant[], among: readonly Power[]): ReadonlyMap<Power, Set<string>> {
  const scopes = new Map<Power, Set<string>>(among.map((power) => [power, new Set()]));
  for (const { scope, powers: held } of grants) for (const { power } of held) scopes.get(power)?.add(scope);
  return scopes;
}

/** Indexes what roles give, with management groups as the subscriptions tell them. */
export function toRights(read: AccessRead): Rights {
  const among = meaningful(read.resources);
  const grants = grantsOf(read, among);
  const scopes = scopesByPower(grants, among);
  const byType = Map.groupBy(among, ({ type }) => type);
  const chains = new Chains(read.subscriptions);
  const nearest = (id: string, power: Power): readonly { scope: string; chainUnread: boolean }[] => {
    const granted = scopes.get(power) ?? new Set();
    if (granted.size === 0) return [];
    const above = [...pathsAbove(id), ...chains.above(id)].find((scope) => scope !== id && granted.has(scope));
    if (above !== undefined) return [{ scope: above, chainUnread: false }];
    if (!chains.isUnread(id)) return [];
    return [...granted].filter((scope) => scope.startsWith(groups)).map((scope) => ({ scope, chainUnread: true }));
  };
  return {
    grants,
    powers: among,
    above: (id, power) =>
      nearest(id, power).map((one) => ({ ...one, cut: cutsBetween(read.denials, one.scope, id, power) })),
    survivors: (id, power) => {
      const above = new Set([...pathsAbove(id), ...chains.above(id)]);
      return grants
        .filter(({ scope, powers: held }) => above.has(scope) && held.some((one) => one.power === power))
        .map((grant) => ({ grant, denial: denialOn(read.denials, id, power, grant.principalId) }))
        .flatMap(({ grant, denial }) => (denial === 'denied' ? [] : [{ grant, doubt: denial === 'doubt' }]));
    },
    scopesOf: (power) => [...(scopes.get(power) ?? [])].sort(),
    isGrantedOn: (scope, power) => scopes.get(power)?.has(scope) ?? false,
    powersOn: (id) => (byType.get(typeIn(id)) ?? []).filter((power) => (scopes.get(power)?.size ?? 0) > 0),
  };
}
