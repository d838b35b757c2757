import { bearersOf, roleFinder } from '../../model/access';
import type { RoleAssignment, RoleDefinition } from '../../model/governance';
import type { Resource } from '../../model/resource';
import { fail, pass, type Verdict, type View } from '../../model/rule';
import { membersDoubt } from './roleBearers';

/** Types of stores that agents use by role. */
const stores = [
  'microsoft.search/searchservices',
  'microsoft.storage/storageaccounts',
  'microsoft.documentdb/databaseaccounts',
];
const typeIn = (scope: string): string | undefined =>
  /\/resourcegroups\/[^/]+\/providers\/([^/]+\/[^/]+)\//i.exec(scope)?.[1]?.toLowerCase();

/** Any right that may change something; one to read, or a named action, is not. */
const writes = ({ permissions }: RoleDefinition): boolean =>
  permissions.some(({ actions, dataActions }) =>
    [...actions, ...dataActions].some((pattern) => /(\*|\/write|\/delete)$/i.test(pattern)),
  );

/** Where the assignment reaches too far: the type of a resource, or `resource group or above`; '' = its own; undefined = cannot tell. */
function excess(
  { scope }: RoleAssignment,
  account: string,
  definition: RoleDefinition | undefined,
): string | undefined {
  const type = typeIn(scope);
  if (type) return stores.includes(type) || scope === account || scope.startsWith(`${account}/`) ? '' : type;
  if (!definition) return undefined;
  return writes(definition) ? 'resource group or above' : '';
}

/** The account in which a Foundry project or what hangs below it stands. */
export const accountAbove = (id: string): string => id.slice(0, id.lastIndexOf('/projects/'));

type ReachView = View<'roleAssignment' | 'roleDefinition' | 'principal'>;

/** Fails where an identity of `ids` bears a role outside its account and the stores of agents, or one that writes above a resource. */
export function reachVerdict(
  subject: Pick<Resource, 'id' | 'kind' | 'subscriptionId'>,
  ids: readonly (string | undefined)[],
  account: string,
  view: ReachView,
): Verdict {
  const roleOf = roleFinder(view.all('roleDefinition'));
  const principal = (id: string) => view.byId('principal', id);
  const beyond = view.all('roleAssignment').flatMap((assignment) => {
    const where = excess(assignment, account, roleOf(assignment));
    const bearers = where === '' ? [] : bearersOf(assignment, { principal });
    const concerned = bearers.filter(({ principalId, membersUnread }) => membersUnread || ids.includes(principalId));
    return concerned.map((bearer) => ({ ...bearer, where, sure: !bearer.membersUnread && !assignment.hasCondition }));
  });
  const places = [...new Set(beyond.flatMap(({ where, sure }) => (where && sure ? [where] : [])))].sort();
  if (places.length > 0) return fail(`roleAssignments of identity.principalId at ${places.join(', ')}`);
  const unseen = beyond.find(({ membersUnread }) => membersUnread);
  if (unseen) return membersDoubt(subject, unseen, view);
  return beyond.length > 0
    ? view.doubt(subject, 'roleAssignments', 'a role or condition behind them was not read')
    : pass;
}
