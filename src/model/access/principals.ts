import type { DenyAssignment } from '../authorization';
import type { Principal, RoleAssignment } from '../governance';
import { oncePer } from '../oncePer';

/** Finds a principal by object id; undefined = not read. */
export interface Directory {
  readonly principal: (objectId: string) => Principal | undefined;
}

/** One who bears an assignment: its principal, or a member of its group. `membersUnread`: a group that stands for people unseen. */
export interface Bearer {
  readonly principalId: string;
  readonly through?: string;
  readonly membersUnread: boolean;
}

type Assigned = Pick<RoleAssignment, 'principalId' | 'principalType'>;

/** Types that are one person, application or machine; anything else may stand for many. */
const single = new Set(['user', 'serviceprincipal', 'managedidentity', 'device']);
export const isSingle = (principalType: string): boolean => single.has(principalType.toLowerCase());

/** Everyone below a group, the group and groups inside left out. `memberIds` is transitive; lists of direct members end too. */
function membersOf(group: Principal, members: readonly string[], directory: Directory): string[] {
  const seen = new Set([group.id]);
  const queue = [...members];
  for (const id of queue) {
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...(directory.principal(id)?.memberIds ?? []));
  }
  return [...seen].filter((id) => id !== group.id && directory.principal(id)?.principalType !== 'Group');
}

/** Members of each group, looked up once as long as the directory lives. */
const membership = oncePer<Directory['principal'], Map<string, readonly Bearer[]>>(() => new Map());

function bearersIn(group: Principal, members: readonly string[], directory: Directory): readonly Bearer[] {
  const known = membership(directory.principal);
  const held =
    known.get(group.id) ??
    membersOf(group, members, directory).map((id) => ({ principalId: id, through: group.id, membersUnread: false }));
  known.set(group.id, held);
  return held;
}

/** All who bear an assignment. A group whose members were not read bears it itself, and so does a principal of unknown type. */
export function bearersOf(assignment: Assigned, directory: Directory): readonly Bearer[] {
  const { principalId } = assignment;
  const principal = directory.principal(principalId);
  const type = principal?.known === 'known' ? principal.principalType : assignment.principalType;
  if (principal?.known === 'deleted' || isSingle(type)) return [{ principalId, membersUnread: false }];
  if (!principal?.memberIds) return [{ principalId, membersUnread: true }];
  return bearersIn(principal, principal.memberIds, directory);
}

/** The id by which a deny assignment names everyone. */
const everyone = '00000000-0000-0000-0000-000000000000';

type Belonging = 'yes' | 'byGroup' | 'unread' | 'no';

function belongsTo(bearer: Bearer, named: DenyAssignment['principals'][number], directory: Directory): Belonging {
  const { principalId, membersUnread } = bearer;
  if (named.id === everyone || named.id === principalId) return 'yes';
  // Of whom an unread group consists nobody knows: anyone named may be among them.
  if (membersUnread) return 'unread';
  const bearers = bearersOf({ principalId: named.id, principalType: named.type }, directory);
  if (bearers.some(({ principalId: id }) => id === principalId)) return 'byGroup';
  return bearers.some((one) => one.membersUnread) ? 'unread' : 'no';
}

/** Whether a list of a deny assignment takes in the bearer: by name, as one of a group, or as one of a group nobody looked into. */
export function belongs(bearer: Bearer, list: DenyAssignment['principals'], directory: Directory): Belonging {
  const answers = list.map((named) => belongsTo(bearer, named, directory));
  return (['yes', 'byGroup', 'unread'] as const).find((answer) => answers.includes(answer)) ?? 'no';
}
