import { abilities, abilitiesOn, abilityNames, type Ability, type AbilityName } from '../model/abilities';
import { allows, roleFinder } from '../model/access';
import { accessTo, type Access, type AllFacts, type Answer } from '../model/access/accessTo';
import { rightsThatCount } from '../model/access/honoured';
import {
  principalSorts,
  type AbilityHolder,
  type AbilityRoles,
  type AbilityStanding,
  type PrincipalSort,
  type ResourceAccess,
  type Unread,
} from '../model/accessStanding';
import type { Principal, RoleDefinition } from '../model/governance';
import type { Kind, KindMap, Resource } from '../model/resource';
import type { Run } from '../model/run';
import type { Gap } from '../model/snapshot';

type Held = Pick<Run, 'resources' | 'coverage'>;

/** What a run holds about access, indexed once. */
interface Ledger {
  readonly resources: readonly Resource[];
  readonly definitions: readonly RoleDefinition[];
  readonly principals: ReadonlyMap<string, Principal>;
  readonly factsFor: (resource: Resource) => AllFacts;
  readonly unreadFor: (resource: Resource) => readonly Unread[];
}

const decisive: readonly Unread[] = [
  'roleAssignment',
  'roleDefinition',
  'principal',
  'denyAssignment',
  'roleEligibility',
  'resourceLock',
];

const covers = ({ scope, property }: Gap, id: string): boolean =>
  property === undefined && (scope === '/' || id === scope || id.startsWith(`${scope}/`));

function toLedger({ resources, coverage }: Held): Ledger {
  const ofKind = <K extends Kind>(kind: K): readonly KindMap[K][] =>
    resources.filter(({ kind: one }) => one === kind) as unknown as readonly KindMap[K][];
  const principals = new Map(ofKind('principal').map((one) => [one.id, one]));
  const subscriptions = new Map(ofKind('subscription').map((one) => [one.id, one]));
  const gaps = coverage.flatMap((unit) => unit.gaps);
  const gapsOf = Map.groupBy(gaps, ({ kind }) => kind);
  const isUnread = (kind: Kind, id: string): boolean => (gapsOf.get(kind) ?? []).some((gap) => covers(gap, id));
  const [assignments, definitions] = [ofKind('roleAssignment'), ofKind('roleDefinition')];
  const lists = {
    eligibilities: ofKind('roleEligibility'),
    denials: ofKind('denyAssignment'),
    locks: ofKind('resourceLock'),
  };
  return {
    resources,
    definitions,
    principals,
    unreadFor: ({ id }) => decisive.filter((kind) => isUnread(kind, id)),
    factsFor: ({ id, subscriptionId }) => ({
      ...{ assignments, definitions, principal: (objectId) => principals.get(objectId) },
      subscription: subscriptions.get(`/subscriptions/${subscriptionId}`),
      eligibilities: isUnread('roleEligibility', id) ? undefined : lists.eligibilities,
      denials: isUnread('denyAssignment', id) ? undefined : lists.denials,
      locks: isUnread('resourceLock', id) ? undefined : lists.locks,
    }),
  };
}

const sortOf: Readonly<Record<Principal['principalType'], PrincipalSort>> = {
  User: 'users',
  Group: 'groupsUnread',
  ServicePrincipal: 'servicePrincipals',
  ManagedIdentity: 'managedIdentities',
  Unrecognised: 'unrecognised',
};

function toHolder(access: Access, { principals, definitions }: Ledger): AbilityHolder {
  const principal = principals.get(access.principalId);
  const nameOf = (guid: string): string => roleFinder(definitions)({ roleDefinitionId: guid })?.roleName ?? guid;
  const sort = access.flags.includes('membersUnread')
    ? 'groupsUnread'
    : sortOf[principal?.principalType ?? 'Unrecognised'];
  return {
    ...access,
    name: principal?.displayName || access.principalId,
    sort: principal?.isGuest ? 'guests' : sort,
    roles: [...new Set(access.ways.map(({ roleGuid }) => nameOf(roleGuid)))].sort(),
  };
}

const strongest: readonly Answer[] = ['yes', 'conditional', 'partial', 'unknown', 'no'];
const counted: readonly Answer[] = ['yes', 'conditional', 'partial'];
const byStrength = (a: AbilityHolder, b: AbilityHolder): number =>
  strongest.indexOf(a.answer) - strongest.indexOf(b.answer) ||
  principalSorts.indexOf(a.sort) - principalSorts.indexOf(b.sort) ||
  (a.principalId < b.principalId ? -1 : 1);

function standingOf(
  name: AbilityName,
  resource: Resource,
  ledger: Ledger,
  facts: AllFacts,
  most: number,
): AbilityStanding {
  const holders = accessTo(resource, rightsThatCount(name, resource), facts).map((one) => toHolder(one, ledger));
  const can = holders.filter(({ answer }) => counted.includes(answer));
  const times = (answer: Answer): number => holders.filter((one) => one.answer === answer).length;
  const count = (sort: PrincipalSort): number => can.filter((one) => one.sort === sort).length;
  return {
    ability: name,
    does: abilities[name].does,
    counts: Object.fromEntries(principalSorts.map((sort) => [sort, count(sort)])) as AbilityStanding['counts'],
    ...{ conditional: times('conditional'), partial: times('partial'), unknown: times('unknown') },
    eligible: holders.filter(({ flags, answer }) => answer === 'no' && flags.includes('eligible')).length,
    holders: holders
      .filter(({ answer, flags }) => answer !== 'no' || flags.length > 0)
      .sort(byStrength)
      .slice(0, most),
  };
}

/** What is asked for: one resource by id or name, one ability, and how many holders are listed of each. */
interface AccessQuestion {
  readonly resource?: string | undefined;
  readonly ability?: AbilityName | undefined;
  readonly most: number;
}

const isMeant = (resource: Resource, asked: string | undefined): boolean =>
  asked === undefined || resource.id === asked.toLowerCase() || resource.name.toLowerCase() === asked.toLowerCase();

/** Abilities that mean something on a resource of this type alone: what could be done to anything is told where something else is too. */
const own = (id: string): readonly AbilityName[] => {
  const on = abilitiesOn(id);
  return on.some((name) => !('*' in abilities[name].on)) ? on : [];
};

/**
 * Who can do what to each resource that abilities speak of, worked out from a kept run: nothing of it is stored. Sorted by id. A resource
 * whose lists were not all read says which.
 */
export function findAccess(run: Held, { resource: asked, ability, most }: AccessQuestion): readonly ResourceAccess[] {
  const ledger = toLedger(run);
  return ledger.resources
    .filter((resource) => own(resource.id).length > 0 && isMeant(resource, asked))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((resource) => {
      const facts = ledger.factsFor(resource);
      return {
        resourceId: resource.id,
        ...{ kind: resource.kind, name: resource.name, unread: ledger.unreadFor(resource) },
        abilities: own(resource.id)
          .filter((name) => ability === undefined || name === ability)
          .map((name) => standingOf(name, resource, ledger, facts, most)),
      };
    });
}

function rolesOf(name: AbilityName, definitions: readonly RoleDefinition[]): AbilityRoles['roles'] {
  const on: Ability['on'] = abilities[name].on;
  const rights = Object.values(on).flat();
  return definitions.flatMap((definition) => {
    const grants = rights.map(({ operation, plane }) => allows(definition, operation, plane));
    if (grants.every((grant) => grant === 'no')) return [];
    return [{ name: definition.roleName, guid: definition.guid, conditional: !grants.includes('yes') }];
  });
}

/** Which roles give which ability, by the definitions that this tenant has: never from a list of ours. */
export function findAbilityRoles({ resources }: Held): readonly AbilityRoles[] {
  const definitions = resources.filter((one): one is RoleDefinition => one.kind === 'roleDefinition');
  const sorted = [...definitions].sort((a, b) => (a.roleName + a.guid < b.roleName + b.guid ? -1 : 1));
  return abilityNames.map((ability) => ({ ability, does: abilities[ability].does, roles: rolesOf(ability, sorted) }));
}
