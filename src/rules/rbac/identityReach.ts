import { bearersOf, isSingle, roleFinder } from '../../model/access';
import type { RoleAssignment, RoleDefinition } from '../../model/governance';
import type { Resource } from '../../model/resource';
import { oncePer } from '../../model/oncePer';
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

/** An assignment beyond the stores of agents. `where`: the type of a resource, or `resource group or above`; undefined = cannot tell. */
interface Reach {
  readonly assignment: RoleAssignment;
  readonly where: string | undefined;
}

function reachOf(assignment: RoleAssignment, definition: RoleDefinition | undefined): readonly Reach[] {
  const type = typeIn(assignment.scope);
  if (type) return stores.includes(type) ? [] : [{ assignment, where: type }];
  if (!definition) return [{ assignment, where: undefined }];
  return writes(definition) ? [{ assignment, where: 'resource group or above' }] : [];
}

const byPrincipal = (reaches: readonly Reach[]) => Map.groupBy(reaches, ({ assignment }) => assignment.principalId);

/**
 * All that reach too far, those of one principal together. Azure refuses an assignment whose `principalType` is not that of its
 * principal: one given to a single identity concerns no other.
 */
const reachesOf = oncePer((definitions: readonly RoleDefinition[]) =>
  oncePer((assignments: readonly RoleAssignment[]) => {
    const roleOf = roleFinder(definitions);
    const all = assignments.flatMap((assignment) => reachOf(assignment, roleOf(assignment)));
    const isOfOne = ({ assignment }: Reach): boolean => isSingle(assignment.principalType);
    return {
      ofOne: byPrincipal(all.filter(isOfOne)),
      ofMany: [...byPrincipal(all.filter((reach) => !isOfOne(reach))).values()],
    };
  }),
);

/** What those of one principal, outside the account, say of an identity of `ids`, or of a group whose members were not read. */
function beyond(reaches: readonly Reach[], ids: readonly (string | undefined)[], account: string, view: ReachView) {
  const isOutside = ({ assignment: { scope } }: Reach): boolean =>
    scope !== account && !scope.startsWith(`${account}/`);
  const first = reaches.find(isOutside);
  if (!first) return [];
  const bearers = bearersOf(first.assignment, { principal: (id) => view.byId('principal', id) });
  const concerned = bearers.filter(({ principalId, membersUnread }) => membersUnread || ids.includes(principalId));
  return concerned.flatMap((bearer) =>
    reaches
      .filter(isOutside)
      .map(({ assignment, where }) => ({ ...bearer, where, sure: !bearer.membersUnread && !assignment.hasCondition })),
  );
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
  const { ofOne, ofMany } = reachesOf(view.all('roleDefinition'))(view.all('roleAssignment'));
  const own = ids.map((id) => ofOne.get(id ?? '') ?? []);
  const found = [...own, ...ofMany].flatMap((reaches) => beyond(reaches, ids, account, view));
  const places = [...new Set(found.flatMap(({ where, sure }) => (where && sure ? [where] : [])))].sort();
  if (places.length > 0) return fail(`roleAssignments of identity.principalId at ${places.join(', ')}`);
  const unseen = found.find(({ membersUnread }) => membersUnread);
  if (unseen) return membersDoubt(subject, unseen, view);
  return found.length > 0
    ? view.doubt(subject, 'roleAssignments', 'a role or condition behind them was not read')
    : pass;
}
