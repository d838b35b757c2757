import { scopedNear, bearersOf, reaches } from '../../model/access';
import type { Principal, RoleAssignment } from '../../model/governance';
import type { Kind } from '../../model/resource';
import { fail, pass, type Verdict, type View } from '../../model/rule';

export type RoleView = View<'roleAssignment' | 'principal' | 'subscription'>;

export interface Scoped {
  readonly id: string;
  readonly kind: Kind;
  readonly subscriptionId: string;
}

/** An assignment that holds on a resource; `chainUnread` where that hangs on a management group of unknown place. */
export interface Grant {
  readonly assignment: RoleAssignment;
  readonly chainUnread: boolean;
}

/** One who bears a grant, directly or through a group. `principal` is undefined where it was not read. */
interface GrantBearer extends Grant {
  readonly principalId: string;
  readonly principal: Principal | undefined;
  readonly membersUnread: boolean;
}

export const chainDoubt = 'the management groups above the subscription are not stated';

/** What the evaluation of roles on a resource needs; definitions aside. */
export const roleFacts = (resource: Scoped, view: RoleView) => ({
  assignments: view.all('roleAssignment'),
  subscription: view.byId('subscription', `/subscriptions/${resource.subscriptionId}`),
  principal: (objectId: string) => view.byId('principal', objectId),
});

export function grantsOn(resource: Scoped, view: RoleView): readonly Grant[] {
  const { assignments, subscription } = roleFacts(resource, view);
  return scopedNear(assignments, resource.id).flatMap((assignment) => {
    const scope = reaches(assignment.scope, resource.id, subscription);
    return scope === 'no' ? [] : [{ assignment, chainUnread: scope === 'chainUnread' }];
  });
}

function bearersOn(resource: Scoped, view: RoleView): readonly GrantBearer[] {
  const principal = (objectId: string) => view.byId('principal', objectId);
  return grantsOn(resource, view).flatMap((grant) =>
    bearersOf(grant.assignment, { principal }).map(({ principalId, membersUnread }) => ({
      ...grant,
      principalId,
      principal: principal(principalId),
      membersUnread,
    })),
  );
}

export const isForeignGroup = ({ principalType }: RoleAssignment): boolean =>
  principalType.toLowerCase() === 'foreigngroup';
const isApplication = ({ principalType }: RoleAssignment): boolean =>
  principalType.toLowerCase() === 'serviceprincipal';
const isUnread = (principal: Principal | undefined): boolean => !principal || principal.known === 'unread';

/** Whom a search looks for, of whom it cannot tell, and what it says of those it found. */
interface Search {
  readonly isSuspect: (bearer: GrantBearer) => boolean;
  readonly isUnsure: (bearer: GrantBearer, view: RoleView) => boolean;
  readonly evidence: (count: number) => string;
}

/** Guests, and groups of another tenant. An application is neither. */
export const outsiders: Search = {
  isSuspect: ({ assignment, principal }) => isForeignGroup(assignment) || principal?.isGuest === true,
  isUnsure: ({ assignment, principal }, view) =>
    !isApplication(assignment) && (!principal || isUnread(principal) || !view.stated(principal, 'isGuest')),
  evidence: (count) => `roleAssignments give ${count} guest or foreign principals a role`,
};

/** Principals that are gone from the directory. */
export const deletedPrincipals: Search = {
  isSuspect: ({ principal }) => principal?.known === 'deleted',
  isUnsure: ({ principal }) => isUnread(principal),
  evidence: (count) => `roleAssignments name ${count} principals that are deleted`,
};

/** Makes the verdict unknown for principals that were not read, with the missing right where there is one. */
export function principalsDoubt(resource: Scoped, view: View<'principal'>): Verdict {
  view.all('principal'); // looking at all is what records a refusal of the directory
  return view.doubt(resource, 'roleAssignments', 'principals behind them were not read');
}

/** The same for a group whose members were not read. */
export function membersDoubt(
  resource: Scoped,
  group: Pick<GrantBearer, 'principalId'>,
  view: View<'principal'>,
): Verdict {
  const principal = view.byId('principal', group.principalId);
  if (!principal || isUnread(principal)) return principalsDoubt(resource, view);
  view.stated(principal, 'memberIds');
  return view.doubt(resource, 'roleAssignments', `members of group ${group.principalId} were not read`);
}

/** Fails if someone the search looks for bears a role on the resource; what was not read and could hide one is a doubt. */
export function searchVerdict(resource: Scoped, view: RoleView, search: Search): Verdict {
  const bearers = bearersOn(resource, view);
  const suspects = bearers.filter(search.isSuspect);
  const certain = new Set(suspects.filter(({ chainUnread }) => !chainUnread).map(({ principalId }) => principalId));
  if (certain.size > 0) return fail(search.evidence(certain.size));
  if (suspects.length > 0) return view.doubt(resource, 'roleAssignments', chainDoubt);
  const unseen = bearers.find(({ membersUnread }) => membersUnread);
  if (unseen) return membersDoubt(resource, unseen, view);
  return bearers.some((bearer) => search.isUnsure(bearer, view)) ? principalsDoubt(resource, view) : pass;
}
