import { createHash } from 'node:crypto';
import type { Tenant } from './arm';
import { armError, parameter, queryError } from './answer';
import type { Answer, Call } from './answer';
import { fromSkipToken } from './paging';
import { parse } from './query';
import type { Condition, Query } from './query';
import { columns, rowsOf, tables } from './tables';
import type { Row } from './tables';
import { groupsAbove, scopesAbove, visibleSubscriptions } from './scopes';
import { toArmPath } from './armPath';

interface QueryRequest {
  query?: string;
  subscriptions?: string[];
  managementGroups?: string[];
  options?: {
    $top?: number;
    $skip?: number;
    $skipToken?: string;
    resultFormat?: string;
    authorizationScopeFilter?: string;
  };
}

/** Results of queries that are being paged, and how much of the quota is used. */
export interface GraphMemory {
  results: Map<string, Row[]>;
  windowStart: number;
  used: number;
}

export const emptyMemory = (): GraphMemory => ({ results: new Map(), windowStart: 0, used: 0 });

const invalid =
  'Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.';
const throttled =
  'Client application has been throttled and should not attempt to repeat the request until an amount of time has elapsed.';

/**
 * `POST /providers/Microsoft.ResourceGraph/resources`. It never refuses a reader: rows of subscriptions that are denied, hidden or
 * disabled are simply not there. `resultTruncated` says "false" on every page, as seen on the real service; `$skipToken` alone tells.
 */
export function resourceGraph(call: Call, tenant: Tenant, memory: GraphMemory, now: number): Answer {
  if ((parameter(call.query, 'api-version') ?? '') < '2021-03-01') {
    return armError(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    );
  }
  const quota = spend(tenant, memory, now);
  const answer = quota.exceeded ? quotaExceeded(quota) : evaluated(call.body, tenant, memory);
  return { ...answer, headers: { ...answer.headers, ...quota.headers } };
}

interface Quota {
  exceeded: boolean;
  headers: Record<string, string>;
}

function spend({ knobs }: Tenant, memory: GraphMemory, now: number): Quota {
  if (knobs.argQuota === null) {
    return { exceeded: false, headers: {} };
  }
  const { queries, windowSeconds, retryAfter } = knobs.argQuota;
  if (now - memory.windowStart >= windowSeconds * 1000) {
    Object.assign(memory, { windowStart: now, used: 0 });
  }
  memory.used += 1;
  const exceeded = memory.used > queries;
  const seconds = Math.ceil((memory.windowStart + windowSeconds * 1000 - now) / 1000);
  const headers = {
    'x-ms-user-quota-remaining': String(Math.max(0, queries - memory.used)),
    'x-ms-user-quota-resets-after': new Date(seconds * 1000).toISOString().slice(11, 19),
    ...(exceeded && retryAfter ? { 'retry-after': String(seconds) } : {}),
  };
  return { exceeded, headers };
}

function quotaExceeded(quota: Quota): Answer {
  return { ...queryError(429, 'RateLimiting', [{ code: 'RateLimiting', message: throttled }]), headers: quota.headers };
}

function evaluated(body: string, tenant: Tenant, memory: GraphMemory): Answer {
  const request = toRequest(body);
  if (request === null) {
    return refused('the request body');
  }
  const query = parse(request.query ?? '');
  if ('refused' in query) {
    return refused(query.refused);
  }
  const unknown = request.options?.resultFormat === 'table' ? 'resultFormat table' : unresolved(query);
  return unknown === undefined ? pageOf(request, query, tenant, memory) : refused(unknown);
}

function toRequest(body: string): QueryRequest | null {
  try {
    return JSON.parse(body) as QueryRequest;
  } catch {
    return null;
  }
}

function unresolved(query: Query): string | undefined {
  if (!tables.has(query.table)) {
    return query.table;
  }
  if (!query.project.some((column) => column.name === 'id')) {
    return 'id';
  }
  const roots = [...query.where, ...query.project].map((part) => part.path[0] ?? '');
  return roots.find((root) => !columns.has(root));
}

function refused(token: string): Answer {
  return queryError(400, 'BadRequest', [
    { code: 'InvalidQuery', message: invalid },
    { code: 'ParserFailure', message: 'ParserFailure', token },
  ]);
}

function pageOf(request: QueryRequest, query: Query, tenant: Tenant, memory: GraphMemory): Answer {
  const asked = JSON.stringify([request.query, request.subscriptions, request.managementGroups]);
  const key = createHash('sha256').update(asked).digest('hex');
  const { start, belongs } = position(request, key);
  const top = Math.min(request.options?.$top ?? 1000, tenant.knobs.argPageSize, 1000);
  if (!belongs || top < 1) {
    const message = 'The skip token does not belong to this query, or $top is not between 1 and 1000.';
    return queryError(400, 'BadRequest', [{ code: 'InvalidPaging', message }]);
  }
  const rows = (start === 0 ? undefined : memory.results.get(key)) ?? run(request, query, tenant);
  const end = Math.min(start + top, rows.length);
  keep(memory, key, end < rows.length ? rows : null);
  return { status: 200, json: toResponse(rows, start, end, key) };
}

function toResponse(rows: readonly Row[], start: number, end: number, key: string): Record<string, unknown> {
  const data = rows.slice(start, end);
  const counts = { totalRecords: rows.length, count: data.length };
  const token = end < rows.length ? { $skipToken: Buffer.from(`${key} at:${end}`).toString('base64') } : {};
  return { ...counts, data, facets: [], resultTruncated: 'false', ...token };
}

function position(request: QueryRequest, key: string): { start: number; belongs: boolean } {
  const token = request.options?.$skipToken;
  if (token === undefined) {
    return { start: request.options?.$skip ?? 0, belongs: true };
  }
  const [owner, place = ''] = Buffer.from(token, 'base64').toString('utf8').split(' ');
  const start = fromSkipToken(Buffer.from(place).toString('base64url'));
  return { start: start ?? 0, belongs: owner === key && start !== null };
}

/** A few results live on between pages, so paging is fast and sees one state; the oldest goes first. */
function keep(memory: GraphMemory, key: string, rows: Row[] | null): void {
  memory.results.delete(key);
  if (rows === null) {
    return;
  }
  memory.results.set(key, rows);
  const [oldest] = memory.results.keys();
  if (memory.results.size > 8 && oldest !== undefined) {
    memory.results.delete(oldest);
  }
}

function run(request: QueryRequest, query: Query, tenant: Tenant): Row[] {
  const inScope = scopeFilter(request, query.table, tenant);
  return rowsOf(query.table, tenant)
    .filter((row) => inScope(row) && query.where.every((condition) => holds(condition, row)))
    .sort(byId)
    .map((row) => Object.fromEntries(query.project.map((column) => [column.name, read(row, column.path)])));
}

/** Ordinal, as Kusto sorts strings. */
function byId(one: Row, other: Row): number {
  const [left, right] = [String(one['id']), String(other['id'])];
  return left === right ? 0 : left < right ? -1 : 1;
}

function holds({ path, values, ignoreCase }: Condition, row: Row): boolean {
  const value = read(row, path);
  if (typeof value !== 'string') {
    return false;
  }
  return ignoreCase ? values.some((one) => one.toLowerCase() === value.toLowerCase()) : values.includes(value);
}

/** A missing step gives null. Where systemData lies in a row is not published: it is found under both names. */
function read(row: Row, path: readonly string[]): unknown {
  let value: unknown = row;
  for (const step of path) {
    value = typeof value === 'object' && value !== null ? (value as Row)[step] : null;
  }
  return value ?? (path.join('.') === 'properties.systemData' ? row['systemData'] : null) ?? null;
}

/** Which rows the request's scopes reach. Without scopes: all subscriptions that the identity reads, and nothing above them. */
function scopeFilter(request: QueryRequest, table: string, { estate, index, knobs }: Tenant): (row: Row) => boolean {
  const groups = request.managementGroups?.map(
    (name) => `/providers/microsoft.management/managementgroups/${name.toLowerCase()}`,
  );
  const named = request.subscriptions?.map((id) => id.toLowerCase());
  const asked = (id: string): boolean => {
    const inGroup = groups !== undefined && groupsAbove(index, id).some((group) => groups.includes(group));
    return inGroup || (named?.includes(id) ?? groups === undefined);
  };
  const subscriptions = new Set([...visibleSubscriptions(estate, knobs)].filter(asked));
  const outside = outsideFilter(request, table, { index, subscriptions, groups: groups ?? [] });
  return (row) => {
    const id = String(row['subscriptionId']);
    return id === '' ? outside(row) : subscriptions.has(id);
  };
}

interface Scopes {
  index: Tenant['index'];
  subscriptions: ReadonlySet<string>;
  groups: readonly string[];
}

/** Rows outside subscriptions: management groups, and what is assigned at them or at the root. */
function outsideFilter(
  request: QueryRequest,
  table: string,
  { index, subscriptions, groups }: Scopes,
): (row: Row) => boolean {
  const within = (scope: string): boolean => scopesAbove(index, scope).some((one) => groups.includes(one));
  if (table === 'resourcecontainers') {
    return (row) => (groups.length === 0 ? request.subscriptions === undefined : within(String(row['id'])));
  }
  const reachesUp = (request.options?.authorizationScopeFilter ?? '').includes('Above');
  const tops = reachesUp ? [...[...subscriptions].map((id) => `/subscriptions/${id}`), ...groups] : [];
  const upward = new Set(tops.flatMap((scope) => scopesAbove(index, scope)));
  return (row) => {
    const scope = toArmPath(String(row['id'])).parent;
    return String(row['type']).endsWith('definitions') || upward.has(scope) || within(scope);
  };
}
