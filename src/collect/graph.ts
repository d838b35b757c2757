import type { Principal } from '../model/governance';
import type { Gap } from '../model/snapshot';
import { attempt } from './attempt';
import type { Body } from './collector';
import { ReadFailed, ReadRefused } from './failures';
import { toGap } from './gaps';
import type { BatchAnswer, GraphReader } from './graphClient';
import { toPrincipal, unreadPrincipal } from './principal';
import { details, directoryRight, groupRight, type Detail } from './principalDetails';

/** What Microsoft Graph tells of the principals behind role assignments. */
export interface Directory {
  readonly principals: readonly Principal[];
  readonly gaps: readonly Gap[];
}

const idsARequest = 1000;

interface Found {
  readonly objects: ReadonlyMap<string, Body>;
  readonly unread: ReadonlySet<string>;
  readonly gaps: readonly Gap[];
}

const idOf = (object: Body): string => (typeof object['id'] === 'string' ? object['id'].toLowerCase() : '');

async function lookUp(graph: GraphReader, ids: readonly string[]): Promise<Found> {
  const chunks = Array.from({ length: Math.ceil(ids.length / idsARequest) }, (_, n) =>
    ids.slice(n * idsARequest, (n + 1) * idsARequest),
  );
  const objects = new Map<string, Body>();
  const unread = new Set<string>();
  const gaps: Gap[] = [];
  for (const chunk of chunks) {
    const tried = await attempt(() => graph.getByIds(chunk));
    if (tried.ok) for (const object of tried.value) objects.set(idOf(object), object);
    else {
      for (const id of chunk) unread.add(id);
      if (gaps.length === 0)
        gaps.push(toGap(tried.error, { kind: 'principal', scope: '/', permission: directoryRight }));
    }
  }
  return { objects, unread, gaps };
}

function toPrincipals(ids: readonly string[], { objects, unread }: Found): Principal[] {
  return ids.map((id) => {
    const object = objects.get(id);
    if (object) return toPrincipal(id, object);
    return unreadPrincipal(id, unread.has(id) ? 'unread' : 'deleted');
  });
}

const gapOn = (id: string, property: keyof Principal, error: Error, permission: string): Gap => ({
  ...toGap(error, { kind: 'principal', scope: id, permission }),
  property,
});

function inner(answer: BatchAnswer | undefined): Error {
  const detail = `Microsoft Graph answered ${answer?.status ?? 'nothing'} inside a batch`;
  return answer?.status === 403 ? new ReadRefused('', detail) : new ReadFailed('failed', detail);
}

/** The gap of a detail that was not answered with what was asked for. */
function missed(
  { id }: Principal,
  { property, permission, absent }: Detail,
  found: BatchAnswer | Error | undefined,
): Gap {
  if (found instanceof Error) return gapOn(id, property, found, permission);
  if (absent === undefined || found?.status !== 404) return gapOn(id, property, inner(found), permission);
  return { kind: 'principal', scope: id, reason: 'notStated', permission: '', detail: absent, property };
}

/** Reads more of the principals, all details in one batch; what stays unread is a gap on that property. */
async function detailed(graph: GraphReader, directory: Directory, { objects }: Found): Promise<Directory> {
  const wanted = directory.principals.flatMap((principal) =>
    details
      .filter(({ concerns }) => concerns(principal, objects.get(principal.id)))
      .map((detail) => ({ principal, detail, path: detail.path(principal) })),
  );
  const tried = await attempt(() => graph.batch(wanted.map(({ path }) => path)));
  const gaps: Gap[] = [];
  const more = new Map<string, Principal>();
  for (const { principal, detail, path } of wanted) {
    const found = tried.ok ? tried.value.get(path) : tried.error;
    if (found instanceof Error || found?.status !== 200 || !found.body) gaps.push(missed(principal, detail, found));
    else more.set(principal.id, detail.apply(more.get(principal.id) ?? principal, found.body));
  }
  const principals = directory.principals.map((principal) => more.get(principal.id) ?? principal);
  return { principals, gaps: [...directory.gaps, ...onePerProperty(gaps)] };
}

/** Two lists that say the same of one property are one gap. */
const onePerProperty = (gaps: readonly Gap[]): readonly Gap[] => [
  ...new Map(gaps.map((gap) => [`${gap.scope} ${gap.property ?? ''} ${gap.reason}`, gap])).values(),
];

/** Ids of all members of a group, groups in groups included; null with a gap where they are too many or could not be read. */
async function membersOf(
  graph: GraphReader,
  group: Principal,
  most: number,
): Promise<{ readonly memberIds: readonly string[] | null; readonly gaps: readonly Gap[] }> {
  const ids = new Set<string>();
  const tried = await attempt(async () => {
    for await (const member of graph.list(`/groups/${group.id}/transitiveMembers?$select=id&$top=999`)) {
      ids.add(idOf(member));
      if (ids.size > most) return;
    }
  });
  if (!tried.ok) return { memberIds: null, gaps: [gapOn(group.id, 'memberIds', tried.error, groupRight)] };
  if (ids.size <= most) return { memberIds: [...ids].sort(), gaps: [] };
  const gap = gapOn(group.id, 'memberIds', new Error(`more than ${most} members`), '');
  return { memberIds: null, gaps: [{ ...gap, reason: 'bounded' }] };
}

async function withMembers(graph: GraphReader, directory: Directory, most: number): Promise<Directory> {
  const groups = directory.principals.filter(({ principalType }) => principalType === 'Group');
  const read = await Promise.all(groups.map(async (group) => [group.id, await membersOf(graph, group, most)] as const));
  const members = new Map(read);
  return {
    principals: directory.principals.map((principal) => {
      const found = members.get(principal.id);
      return found ? { ...principal, memberIds: found.memberIds } : principal;
    }),
    gaps: [...directory.gaps, ...read.flatMap(([, { gaps }]) => gaps)],
  };
}

async function describe(graph: GraphReader, ids: readonly string[]): Promise<Directory> {
  const found = await lookUp(graph, ids);
  const bare = { principals: toPrincipals(ids, found), gaps: found.gaps };
  return detailed(graph, bare, found);
}

/**
 * The principals behind `ids` (object ids), with the members of the groups and the owners among them. Ids that Graph answered without are `deleted`; where
 * Graph was refused they are `unread`, with one gap on the whole tenant. Never rejects for what Azure says. Groups with more
 * than `mostMembers` transitive members keep `memberIds: null` and a `bounded` gap.
 * Rights: Directory.Read.All, or Application.Read.All + GroupMember.Read.All + User.ReadBasic.All with less known.
 */
export async function collectPrincipals(
  graph: GraphReader,
  ids: readonly string[],
  mostMembers = 5000,
): Promise<Directory> {
  const asked = [...new Set(ids.map((id) => id.toLowerCase()))].sort();
  const direct = await withMembers(graph, await describe(graph, asked), mostMembers);
  const known = new Set(asked);
  const named = direct.principals.flatMap(({ memberIds, ownerIds }) => [...(memberIds ?? []), ...ownerIds]);
  const through = new Set(named.filter((id) => !known.has(id)));
  const members = await describe(graph, [...through].sort());
  return { principals: [...direct.principals, ...members.principals], gaps: [...direct.gaps, ...members.gaps] };
}
