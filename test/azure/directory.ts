import { graphError, ok, without } from './answer';
import type { Answer, Call } from './answer';
import { fromSkipToken, toSkipToken } from './paging';
import type { Tenant } from './arm';
import type { GraphObject } from './tenant';

const collections = ['users', 'groups', 'servicePrincipals', 'applications'] as const;
type Collection = (typeof collections)[number];

const odataTypes: Readonly<Record<Collection, string>> = {
  users: '#microsoft.graph.user',
  groups: '#microsoft.graph.group',
  servicePrincipals: '#microsoft.graph.servicePrincipal',
  applications: '#microsoft.graph.application',
};

/** Microsoft Graph v1.0, reads only, without `$batch`: `call.path` starts with `/v1.0`. */
export function directory(call: Call, tenant: Tenant): Answer {
  if (isDenied(call, tenant)) {
    return graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  }
  if (call.method === 'POST' && call.path === '/v1.0/directoryObjects/getByIds') {
    return getByIds(call, tenant);
  }
  const place = toPlace(call.path);
  if (call.method !== 'GET' || place === null) {
    return graphError(400, 'BadRequest', `Resource not found for the segment '${call.path.split('/')[2] ?? ''}'.`);
  }
  return place.id === undefined ? listed(call, place.collection, tenant) : single(call, place, place.id, tenant);
}

interface Place {
  collection: Collection;
  key: 'id' | 'appId';
  id: string | undefined;
  navigation: string | undefined;
  cast: string | undefined;
}

/** `/v1.0/users/{id}/owners/microsoft.graph.user`, or `/v1.0/servicePrincipals(appId='...')` for the alternate key. */
function toPlace(path: string): Place | null {
  const [, , first = '', ...rest] = path.split('/');
  const keyed = /^(\w+)\(appId='([^']+)'\)$/.exec(first);
  const word = (keyed?.[1] ?? first).toLowerCase();
  const collection = collections.find((name) => name.toLowerCase() === word);
  const [id, navigation, cast] = keyed === null ? rest : [keyed[2], ...rest];
  return collection === undefined ? null : { collection, key: keyed === null ? 'id' : 'appId', id, navigation, cast };
}

function listed(call: Call, collection: Collection, tenant: Tenant): Answer {
  const objects = matching(call, tenant.estate.graph[collection]);
  return page(
    call,
    objects.map((object) => shown(object, collection, false)),
    tenant,
  );
}

function single(call: Call, { collection, key, navigation, cast }: Place, id: string, tenant: Tenant): Answer {
  const objects: readonly GraphObject[] = tenant.estate.graph[collection];
  const object = objects.find((one) => one[key] === id);
  if (object === undefined) {
    return notFound(id);
  }
  return navigation === undefined
    ? ok({ '@odata.context': contextOf(call, collection), ...selected(call, shown(object, collection, false)) })
    : page(call, related(object, navigation, cast, tenant), tenant);
}

function isDenied(call: Call, { knobs }: Tenant): boolean {
  const denied = knobs.graphDenied;
  return typeof denied === 'boolean' ? denied : denied.some((one) => one.test(call.url));
}

function notFound(id: string): Answer {
  const reason = 'does not exist or one of its queried reference-property objects are not present.';
  return graphError(404, 'Request_ResourceNotFound', `Resource '${id}' ${reason}`);
}

/** At most 1,000 ids; ids that are not in the directory are left out of the answer without a word. */
function getByIds(call: Call, tenant: Tenant): Answer {
  const { ids, types } = bodyOf(call);
  if (!Array.isArray(ids) || ids.length > 1000 || ids.length === 0) {
    return graphError(400, 'Request_BadRequest', 'Invalid number of ids: between 1 and 1000 are accepted.');
  }
  const wanted = new Set(ids);
  const found = everything(tenant)
    .filter(({ id }) => wanted.has(id))
    .filter((object) => types === undefined || types.some((type) => object['@odata.type']?.endsWith(`.${type}`)));
  return ok({ '@odata.context': contextOf(call, 'directoryObjects'), value: found });
}

function bodyOf(call: Call): { ids?: string[]; types?: string[] } {
  try {
    return JSON.parse(call.body) as { ids?: string[]; types?: string[] };
  } catch {
    return {};
  }
}

function everything({ estate }: Tenant): GraphObject[] {
  return collections.flatMap((collection) => estate.graph[collection].map((object) => shown(object, collection, true)));
}

/** Members, owners and consents are navigation, not properties. */
function shown(object: GraphObject, collection: Collection, typed: boolean): GraphObject {
  const rest = without(
    object,
    'members',
    'owners',
    'oauth2PermissionGrants',
    'appRoleAssignments',
    '@odata.type',
  ) as GraphObject;
  return typed ? { '@odata.type': object['@odata.type'] ?? odataTypes[collection], ...rest } : rest;
}

function related(object: GraphObject, navigation: string, cast: string | undefined, tenant: Tenant): GraphObject[] {
  const direct = object[navigation] as (string | GraphObject)[] | undefined;
  const ids = navigation === 'transitiveMembers' ? transitive(object, tenant) : (direct ?? []).map(idOf);
  const embedded = (direct ?? []).filter((one) => typeof one !== 'string');
  const wanted = new Set(ids);
  const objects = embedded.length > 0 ? embedded : everything(tenant).filter(({ id }) => wanted.has(id));
  return cast === undefined ? objects : objects.filter((one) => one['@odata.type'] === `#${cast}`);
}

const idOf = (member: string | GraphObject): string => (typeof member === 'string' ? member : member.id);

/** Every member however deep, each once; groups in a circle end. */
function transitive(group: GraphObject, { estate }: Tenant): string[] {
  const groups = new Map(estate.graph.groups.map((one) => [one.id, one.members]));
  const found = new Set<string>();
  const open = [...(groups.get(group.id) ?? [])];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (!found.has(id) && id !== group.id) {
      found.add(id);
      open.push(...(groups.get(id) ?? []));
    }
  }
  return [...found];
}

/** `$filter` understands `property eq 'text'` and `property in ('a', 'b')`; anything else matches nothing. */
function matching(call: Call, objects: readonly GraphObject[]): GraphObject[] {
  const filter = call.query.get('$filter');
  if (filter === null) {
    return [...objects];
  }
  const [, property = '', text] = /^(\w+) (?:eq|in) (.+)$/.exec(filter) ?? [];
  const values = [...(text ?? '').matchAll(/'([^']*)'/g)].map((found) => found[1]);
  return objects.filter((object) => values.includes(object[property] as string));
}

function page(call: Call, objects: readonly GraphObject[], { knobs }: Tenant): Answer {
  const start = fromSkipToken(call.query.get('$skiptoken') ?? toSkipToken(0)) ?? 0;
  const size = Math.min(Number(call.query.get('$top') ?? knobs.pageSize), knobs.pageSize, 999);
  const value = objects.slice(start, start + size).map((object) => selected(call, object));
  const context = { '@odata.context': contextOf(call, call.path.split('/')[2] ?? '') };
  if (start + size >= objects.length) {
    return ok({ ...context, value });
  }
  const query = new URLSearchParams(call.query);
  query.set('$skiptoken', toSkipToken(start + size));
  return ok({ ...context, '@odata.nextLink': `${call.origin}${call.path}?${query.toString()}`, value });
}

function selected(call: Call, object: GraphObject): Record<string, unknown> {
  const names = call.query
    .get('$select')
    ?.split(',')
    .map((name) => name.trim());
  return names === undefined
    ? object
    : Object.fromEntries(Object.entries(object).filter(([name]) => name.startsWith('@') || names.includes(name)));
}

const contextOf = (call: Call, collection: string): string => `${call.origin}/v1.0/$metadata#${collection}`;
