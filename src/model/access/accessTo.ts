import type { Right } from '../ability';
import type { Resource } from '../resource';
import { gateOf, type Denial, type Gate } from './denials';
import { waysTo, type AllFacts, type Way } from './grants';
import { isHonoured } from './honoured';

export type { AllFacts, Way } from './grants';

/**
 * Whether someone can. `conditional`: if a condition that is not evaluated lets it. `partial`: on a child of the resource only.
 * `unknown`: it hangs on something that was not read. What can only be activated is `no`, with the flag `eligible`.
 */
export type Answer = 'yes' | 'conditional' | 'unknown' | 'partial' | 'no';

export type Flag =
  | 'inherited'
  | 'eligible'
  | 'eligibleUnread'
  | 'denied'
  | 'denyUnread'
  | 'excludedByGroup'
  | 'membersUnread'
  | 'chainUnread'
  | 'roleUnread'
  | 'lockReadOnly'
  | 'liftsLock'
  | 'zeroSegment';

/** What one principal can do of one right, how, and what a reader should know of it. */
export interface Access {
  readonly principalId: string;
  readonly answer: Answer;
  readonly ways: readonly Way[];
  /** Sorted. */
  readonly flags: readonly Flag[];
}

const best: readonly Answer[] = ['yes', 'conditional', 'unknown', 'partial', 'no'];

/** The strongest of several answers. */
export const bestOf = (answers: readonly Answer[]): Answer => best.find((one) => answers.includes(one)) ?? 'no';

interface Judged {
  readonly way: Way;
  readonly answer: Answer;
  readonly flags: readonly Flag[];
}

function standingAnswer(way: Way, denial: Denial): Answer {
  if (denial === 'denied') return 'no';
  if (denial === 'exclusionUnread' || way.roleUnread || way.chainUnread) return 'unknown';
  if (way.part !== '') return 'partial';
  return way.conditional || denial === 'conditional' ? 'conditional' : 'yes';
}

const own = ['inherited', 'membersUnread', 'chainUnread', 'roleUnread', 'zeroSegment'] as const;

function marks(way: Way, denial: Denial, facts: AllFacts): readonly Flag[] {
  const flags: Flag[] = own.filter((mark) => way[mark]);
  if (denial === 'perhaps' || denial === 'exclusionUnread' || !facts.denials) flags.push('denyUnread');
  if (denial === 'excluded') flags.push('excludedByGroup');
  return flags;
}

/** A way under denials and locks. Whoever may delete the lock that stops it is told. */
function judge(way: Way, gate: Gate, resource: Resource, facts: AllFacts): Judged {
  const place = way.part || resource.id;
  const denial = gate.denial(way, place);
  if (denial === 'denied') return { way, answer: 'no', flags: ['denied'] };
  const lock = gate.lock(place);
  if (lock) return { way, answer: 'no', flags: lifts(way, lock.scope, facts) };
  const answer = standingAnswer(way, denial);
  if (way.eligible) return { way, answer: 'no', flags: ['eligible'] };
  return { way, answer, flags: marks(way, denial, facts) };
}

const lifting: Right = { plane: 'control', operation: 'Microsoft.Authorization/locks/delete' };

function lifts({ principalId, eligible }: Way, scope: string, facts: AllFacts): readonly Flag[] {
  const gate = gateOf(lifting, facts);
  const lifted = waysTo(scope, lifting, facts).some(
    (way) => way.principalId === principalId && !way.eligible && standingAnswer(way, gate.denial(way, scope)) === 'yes',
  );
  return ['lockReadOnly', ...(lifted ? (['liftsLock'] as const) : []), ...(eligible ? (['eligible'] as const) : [])];
}

const sorted = (flags: readonly Flag[]): readonly Flag[] => (flags.length < 2 ? flags : [...new Set(flags)].sort());

function toAccess(principalId: string, judged: readonly Judged[], facts: AllFacts): Access {
  const answer = bestOf(judged.map((one) => one.answer));
  const flags = judged.flatMap((one) => one.flags);
  if (!facts.eligibilities) flags.push('eligibleUnread');
  return { principalId, answer, ways: judged.map(({ way }) => way), flags: sorted(flags) };
}

/**
 * Everyone who has a way to one of the rights on the resource, with the answer: those whose every way is barred or only eligible answer
 * `no`. A group whose members were not read answers for them. Nobody where the service does not honour the right.
 */
export function accessTo(resource: Resource, rights: readonly Right[], facts: AllFacts): readonly Access[] {
  const judged = rights
    .filter((right) => isHonoured(resource, right))
    .flatMap((right) => {
      const gate = gateOf(right, facts);
      return waysTo(resource.id, right, facts).map((way) => judge(way, gate, resource, facts));
    });
  return [...Map.groupBy(judged, ({ way }) => way.principalId)]
    .map(([principalId, own]) => toAccess(principalId, own, facts))
    .sort((a, b) => (a.principalId < b.principalId ? -1 : 1));
}

const nobody = (principalId: string): Access => ({ principalId, answer: 'no', ways: [], flags: [] });

/** The same of one principal. A group nobody looked into may hold it: then it is unknown, unless a way of its own settles it. */
export function accessOf(principalId: string, resource: Resource, rights: readonly Right[], facts: AllFacts): Access {
  const all = accessTo(resource, rights, facts);
  const own = all.find((one) => one.principalId === principalId) ?? nobody(principalId);
  const hidden = all.filter(({ answer, ways }) => answer !== 'no' && ways.some(({ membersUnread }) => membersUnread));
  if (hidden.length === 0 || best.indexOf(own.answer) <= best.indexOf('unknown')) return own;
  return { ...own, answer: 'unknown', flags: [...new Set<Flag>([...own.flags, 'membersUnread'])].sort() };
}

/** Whether a bearer of the right to give roles can give this one. */
export function canGrant({ ways, answer }: Access, roleGuid: string): Answer {
  if (answer !== 'conditional') return answer;
  const named = ways.some(({ eligible, grantable }) => !eligible && (grantable?.includes(roleGuid) ?? true));
  return named ? 'conditional' : 'no';
}
