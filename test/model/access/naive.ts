import type { AllFacts, Answer } from '../../../src/model/access/accessTo';
import type { Right } from '../../../src/model/ability';
import type { DenyAssignment, RoleEligibility } from '../../../src/model/authorization';
import type { PermissionBlock, RoleAssignment } from '../../../src/model/governance';
import type { Resource } from '../../../src/model/resource';

/**
 * Access worked out the slow way: for one principal, one resource and one right it loops over everything that there is. Shares the nouns
 * with the product and no line of its reasoning, so that where the two agree neither has a slip of its own.
 */
export interface NaiveAnswer {
  readonly answer: Answer;
  readonly eligible: boolean;
  readonly denied: boolean;
  readonly locked: boolean;
  readonly via: readonly string[];
}

type Three = 'yes' | 'no' | 'maybe';

const segments = (id: string): string[] =>
  id
    .toLowerCase()
    .split('/')
    .filter((one) => one !== '');

function isAbove(group: string, { subscription }: AllFacts): Three {
  const names = (subscription?.managementGroupIds ?? []).map((one) => segments(one)[3]);
  if (names.some((name) => name === group)) return 'yes';
  if (group === subscription?.tenantId.toLowerCase()) return 'yes';
  return names.length === 0 ? 'maybe' : 'no';
}

function holdsAt(scope: string, id: string, facts: AllFacts): Three {
  const parts = segments(scope);
  if (parts[1] === 'microsoft.management') return isAbove(parts[3] ?? '', facts);
  const whole = segments(id);
  for (let at = 0; at < parts.length; at++) if (parts[at] !== whole[at]) return 'no';
  return 'yes';
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function fits(pattern: string, operation: string): boolean {
  const stars = pattern.split('*').length - 1;
  const usual = pattern.split('*').map(escaped).join('.*');
  const shorter = stars === 1 && pattern.includes('/*/') ? `|${escaped(pattern.replace('/*/', '/'))}` : '';
  return new RegExp(`^(?:${usual}${shorter})$`, 'is').test(operation);
}

function blockGives(block: PermissionBlock, right: Right): boolean {
  const plus = right.plane === 'data' ? block.dataActions : block.actions;
  const minus = right.plane === 'data' ? block.notDataActions : block.notActions;
  let given = false;
  for (const pattern of plus) if (fits(pattern, right.operation)) given = true;
  for (const pattern of minus) if (fits(pattern, right.operation)) given = false;
  return given;
}

function guarded(of: Pick<PermissionBlock, 'hasCondition' | 'condition'>, operation: string): boolean {
  if (!of.hasCondition) return false;
  const guards = of.condition ? of.condition.guards : null;
  if (guards === null) return true;
  for (const pattern of guards) if (fits(pattern, operation)) return true;
  return false;
}

/** Members of members until no more come. */
function allInside(memberIds: readonly string[], facts: AllFacts): Set<string> {
  const inside = new Set<string>(memberIds);
  for (let before = -1; before !== inside.size;) {
    before = inside.size;
    for (const one of [...inside]) for (const member of facts.principal(one)?.memberIds ?? []) inside.add(member);
  }
  return inside;
}

function typeOf(id: string, statedType: string, facts: AllFacts): string {
  const principal = facts.principal(id);
  if (principal?.known === 'deleted') return 'user';
  return (principal?.known === 'known' ? principal.principalType : statedType).toLowerCase();
}

/** Of an assignment: does the principal bear it, and is that a group that stands for people unseen? */
function bears(who: string, id: string, statedType: string, facts: AllFacts): { bears: boolean; unseen: boolean } {
  const alone = ['user', 'serviceprincipal', 'managedidentity', 'device'].includes(typeOf(id, statedType, facts));
  if (alone) return { bears: who === id, unseen: false };
  const members = facts.principal(id)?.memberIds;
  if (!members) return { bears: who === id, unseen: true };
  const isTeam = facts.principal(who)?.principalType === 'Group';
  return { bears: who !== id && !isTeam && allInside(members, facts).has(who), unseen: false };
}

type Named = DenyAssignment['principals'];
const zeros = '00000000-0000-0000-0000-000000000000';

function inList(who: string, unseen: boolean, list: Named, facts: AllFacts): Three {
  let answer: Three = 'no';
  for (const { id, type } of list) {
    if (id === zeros || id === who) return 'yes';
    if (unseen) answer = 'maybe';
    else {
      const membership = bears(who, id, type, facts);
      if (membership.bears) return 'yes';
      if (membership.unseen) answer = 'maybe';
    }
  }
  return answer;
}

const denials = ['no', 'conditional', 'unknown', 'denied'] as const;
type Denied = (typeof denials)[number];

function concerns(deny: DenyAssignment, right: Right, place: string, facts: AllFacts): boolean {
  if (!deny.permissions.some((block) => blockGives(block, right))) return false;
  if (deny.doNotApplyToChildScopes && segments(deny.scope).join('/') !== segments(place).join('/')) return false;
  return holdsAt(deny.scope, place, facts) === 'yes';
}

function deniedBy(deny: DenyAssignment, who: string, unseen: boolean, facts: AllFacts): Denied {
  const out = inList(who, unseen, deny.excludePrincipals, facts);
  if (out === 'yes' || inList(who, unseen, deny.principals, facts) !== 'yes') return 'no';
  if (deny.hasCondition) return 'conditional';
  return out === 'no' ? 'denied' : 'unknown';
}

function denies(who: string, unseen: boolean, right: Right, place: string, facts: AllFacts): Denied {
  let found: Denied = 'no';
  for (const deny of facts.denials ?? []) {
    const denial: Denied = concerns(deny, right, place, facts) ? deniedBy(deny, who, unseen, facts) : 'no';
    if (denials.indexOf(denial) > denials.indexOf(found)) found = denial;
  }
  return found;
}

function locked(right: Right, place: string, facts: AllFacts): boolean {
  const operation = right.operation.toLowerCase();
  if (right.plane === 'data' || operation.endsWith('/read') || operation.startsWith('microsoft.authorization/locks/'))
    return false;
  return (facts.locks ?? []).some((lock) => lock.level === 'ReadOnly' && holdsAt(lock.scope, place, facts) === 'yes');
}

/** The type of a child below another resource, as operations begin with it; '' for anything else. */
function childType(id: string): string {
  const parts = segments(id);
  const at = parts.indexOf('providers');
  if (parts[2] !== 'resourcegroups' || at !== 4) return '';
  const names = parts.slice(at + 2).filter((_, index) => index % 2 === 0);
  return [parts[at + 1], ...names].join('/');
}

const strength: readonly Answer[] = ['no', 'partial', 'unknown', 'conditional', 'yes'];
const stronger = (one: Answer, other: Answer): Answer =>
  strength.indexOf(one) > strength.indexOf(other) ? one : other;

function registryTakes(abac: boolean, admin: boolean, operation: string): boolean {
  const modes: Record<string, boolean> = {
    'microsoft.containerregistry/registries/push/write': !abac,
    'microsoft.containerregistry/registries/repositories/content/write': abac,
    'microsoft.containerregistry/registries/listcredentials/action': admin,
  };
  return modes[operation] ?? true;
}

function takesTokens(resource: Resource): boolean {
  if (resource.kind === 'aiAccount') return resource.customSubDomainName.length > 0;
  if (resource.kind === 'searchService') return resource.localAuthDisabled || resource.authOptions === 'aadOrApiKey';
  return resource.kind === 'keyVault' ? resource.rbacAuthorization : true;
}

function honoured(resource: Resource, right: Right): boolean {
  if (resource.kind === 'containerRegistry') {
    const abac = resource.roleAssignmentMode === 'AbacRepositoryPermissions';
    return registryTakes(abac, resource.adminUserEnabled, right.operation.toLowerCase());
  }
  return right.plane === 'control' || takesTokens(resource);
}

type Assigned = RoleAssignment | RoleEligibility;
type Place = 'here' | 'maybe' | 'below' | 'elsewhere';

function placeOf({ scope }: Assigned, resource: Resource, right: Right, facts: AllFacts): Place {
  const here = holdsAt(scope, resource.id, facts);
  if (here !== 'no') return here === 'yes' ? 'here' : 'maybe';
  const type = childType(scope);
  const isChild = type.split('/').length > 2 && holdsAt(resource.id, scope, facts) === 'yes';
  return isChild && right.operation.toLowerCase().startsWith(`${type}/`) ? 'below' : 'elsewhere';
}

function given(one: Assigned, right: Right, facts: AllFacts): 'unread' | 'free' | 'conditional' | 'no' {
  const guid = one.roleDefinitionId.split('/').at(-1)?.toLowerCase();
  const role = facts.definitions.find((definition) => definition.guid.toLowerCase() === guid);
  if (!role) return 'unread';
  const giving = role.permissions.filter((block) => blockGives(block, right));
  if (giving.length === 0) return 'no';
  const free = giving.some((block) => !guarded(block, right.operation)) && !guarded(one, right.operation);
  return free ? 'free' : 'conditional';
}

function answerOf(gives: 'unread' | 'free' | 'conditional', place: Place, denial: Denied): Answer {
  if (gives === 'unread' || place === 'maybe' || denial === 'unknown') return 'unknown';
  if (place === 'below') return 'partial';
  return gives === 'free' && denial === 'no' ? 'yes' : 'conditional';
}

type Outcome = Omit<NaiveAnswer, 'via'>;
const nothing: Outcome = { answer: 'no', eligible: false, denied: false, locked: false };

/** What one assignment comes to; undefined = it has nothing to do with the question. */
function outcome(one: Assigned, who: string, resource: Resource, right: Right, facts: AllFacts): Outcome | undefined {
  const place = placeOf(one, resource, right, facts);
  const bearer = bears(who, one.principalId, one.principalType, facts);
  const gives = given(one, right, facts);
  if (place === 'elsewhere' || !bearer.bears || gives === 'no') return undefined;
  const where = place === 'below' ? one.scope : resource.id;
  const denial = denies(who, bearer.unseen, right, where, facts);
  if (denial === 'denied') return { ...nothing, denied: true };
  const isLocked = locked(right, where, facts);
  if (one.kind === 'roleEligibility') return { ...nothing, eligible: true, locked: isLocked };
  return isLocked ? { ...nothing, locked: true } : { ...nothing, answer: answerOf(gives, place, denial) };
}

const added = (total: NaiveAnswer, one: Outcome, id: string): NaiveAnswer => ({
  answer: stronger(total.answer, one.answer),
  eligible: total.eligible || one.eligible,
  denied: total.denied || one.denied,
  locked: total.locked || one.locked,
  via: [...total.via, id].sort(),
});

export function naiveAccess(who: string, resource: Resource, right: Right, facts: AllFacts): NaiveAnswer {
  let total: NaiveAnswer = { ...nothing, via: [] };
  if (!honoured(resource, right) || facts.principal(who)?.known === 'deleted') return total;
  for (const one of [...facts.assignments, ...(facts.eligibilities ?? [])]) {
    const found = outcome(one, who, resource, right, facts);
    if (found) total = added(total, found, one.id);
  }
  return total;
}
