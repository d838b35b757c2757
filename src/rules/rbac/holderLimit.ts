import { holders, undefinedAssignments, type AccessFacts, type Holder } from '../../model/access';
import type { RoleAssignment } from '../../model/governance';
import { oncePer } from '../../model/oncePer';
import { fail, pass, type Verdict, type View } from '../../model/rule';
import { chainDoubt, isForeignGroup, membersDoubt, principalsDoubt, roleFacts, type Scoped } from './roleBearers';

type Seen = View<'roleAssignment' | 'roleDefinition' | 'principal' | 'subscription'>;

/** The right that is looked for, and the resources on one of which it has to be held. */
interface Right {
  readonly operation: string;
  readonly plane: 'control' | 'data';
  readonly on: readonly string[];
}

/** How many may hold it: `may` and `name`, the key of the policy file, are words of the evidence. */
interface Limit {
  readonly may: string;
  readonly name: string;
  readonly most: number;
}

const distinct = (some: readonly Holder[]): number => new Set(some.map(({ principalId }) => principalId)).size;
const foreignGroups = oncePer(
  (assignments: readonly RoleAssignment[]): ReadonlySet<string> =>
    new Set(assignments.filter(isForeignGroup).map(({ principalId }) => principalId)),
);

/** What is wrong with these holders, if anything. */
function fault(some: readonly Holder[], facts: AccessFacts, { may, name, most }: Limit): string {
  const foreign = foreignGroups(facts.assignments);
  const outside = some.filter(({ principalId: id }) => foreign.has(id) || facts.principal(id)?.isGuest);
  if (outside.length > 0) return `${distinct(outside)} guest or foreign principals may ${may}`;
  return distinct(some) > most ? `${distinct(some)} principals may ${may}, ${name} is ${most}` : '';
}

/** What was not read and could turn the verdict. */
function doubts(resource: Scoped, facts: AccessFacts, all: readonly Holder[], limit: Limit, view: Seen): Verdict {
  const doubt = (detail: string): Verdict => view.doubt(resource, 'roleAssignments', detail);
  if (fault(all, facts, limit))
    return doubt(all.some(({ chainUnread }) => chainUnread) ? chainDoubt : `conditions decide who may ${limit.may}`);
  const unseen = all.find(({ membersUnread }) => membersUnread);
  if (unseen) return membersDoubt(resource, unseen, view);
  const people = all.map(({ principalId }) => facts.principal(principalId));
  return people.every((one) => one?.known === 'known' && view.stated(one, 'isGuest'))
    ? pass
    : principalsDoubt(resource, view);
}

/** Fails when guests or foreigners hold the right, or more principals than the limit; what was not read and could is a doubt. */
export function holdersVerdict(resource: Scoped, right: Right, limit: Limit, view: Seen): Verdict {
  const facts = { ...roleFacts(resource, view), definitions: view.all('roleDefinition') };
  const all = right.on.flatMap((resourceId) => holders({ ...right, resourceId }, facts));
  const certain = all.filter(({ conditional, chainUnread }) => !conditional && !chainUnread);
  const found = fault(certain, facts, limit);
  if (found) return fail(found);
  const verdict = doubts(resource, facts, all, limit, view);
  return verdict.status === 'pass' && right.on.some((id) => undefinedAssignments(id, facts).length > 0)
    ? view.doubt(resource, 'roleAssignments', 'a role behind them was not read')
    : verdict;
}
