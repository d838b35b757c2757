import type { Answer } from './answer';
import type { Body } from './collector';
import { ReadFailed } from './failures';
import { rowsIn } from './paging';

/** Where a query looks: all the identity can read (empty), or the given subscriptions or management groups. */
export type QueryScope = { readonly subscriptions?: readonly string[]; readonly managementGroups?: readonly string[] };

const guid = /^(?:\/subscriptions\/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/.*)?$/i;
const group = /^(?:\/providers\/microsoft\.management\/managementgroups\/)?([^/]+)$/i;

/** The subscription an id or path names, lower-case; undefined for a management group. */
export const subscriptionIn = (scope: string): string | undefined => guid.exec(scope.trim())?.[1]?.toLowerCase();

/** The management group an id or path names; undefined for a subscription. */
export const managementGroupIn = (scope: string): string | undefined =>
  subscriptionIn(scope) === undefined ? group.exec(scope.trim())?.[1] : undefined;

const present = (values: readonly (string | undefined)[]): string[] =>
  values.filter((value): value is string => value !== undefined);

/**
 * The scopes of `AISPM_SCOPES` as queries take them. A bare GUID is a subscription (write the root management group as a path), a resource
 * group or resource stands for its subscription. Both sorts together make two queries: one cannot hold both.
 */
export function toQueryScopes(scopes: readonly string[]): readonly QueryScope[] {
  if (scopes.length === 0) return [{}];
  const subscriptions = [...new Set(present(scopes.map(subscriptionIn)))];
  const managementGroups = [...new Set(present(scopes.map(managementGroupIn)))];
  return [
    ...(subscriptions.length > 0 ? [{ subscriptions }] : []),
    ...(managementGroups.length > 0 ? [{ managementGroups }] : []),
  ];
}

const cutShort = (detail: string): ReadFailed => new ReadFailed('failed', `Resource Graph ${detail}`);

/** Signs that rows are missing although every page was read. */
function assertComplete({ body, header }: Answer, rows: number): void {
  if (body['resultTruncated'] === 'true') throw cutShort('cut the result and gave no way on');
  if (typeof body['totalRecords'] === 'number' && rows < body['totalRecords'])
    throw cutShort(`gave ${rows} of ${body['totalRecords']} rows`);
  if (header('x-ms-tenant-subscription-limit-hit')?.toLowerCase() === 'true')
    throw cutShort('answered for the first 10,000 subscriptions only');
}

/**
 * All rows of one query in one scope. Pages follow `$skipToken` until it is absent, never `resultTruncated`, which says false on every page
 * (elastic/cloudbeat#7424). Assignments above the scope are rows too. Rejects after the rows when some are known to be missing.
 */
export async function* queryRows(
  ask: (body: string) => Promise<Answer>,
  query: string,
  scope: QueryScope,
  mostPages: number,
): AsyncGenerator<Body> {
  let rows = 0;
  let skipToken: unknown;
  const seen = new Set<unknown>();
  do {
    const options = {
      resultFormat: 'objectArray',
      $top: 1000,
      authorizationScopeFilter: 'AtScopeAboveAndBelow',
      ...(skipToken ? { $skipToken: skipToken } : {}),
    };
    const answer = await ask(JSON.stringify({ query, ...scope, options }));
    const page = rowsIn(answer.body['data'], 'data');
    yield* page;
    rows += page.length;
    skipToken = answer.body['$skipToken'];
    if (!skipToken) assertComplete(answer, rows);
    if (seen.has(skipToken) || seen.size >= mostPages) throw cutShort('leads back to a page already read');
    seen.add(skipToken);
  } while (skipToken);
}
