import { armError, ok, parameter } from './answer';
import type { Answer, Call } from './answer';
import type { Tenant } from './arm';

/**
 * What a service answers at its own endpoint. `host` is the real host, as ARM bodies of the estate name it; the simulator serves it below
 * `/planes/<host>` and writes that address into the ARM answers instead.
 */
export interface PlaneDocument {
  host: string;
  /** Path without query, with a leading slash. */
  path: string;
  /** The token's audience that the service accepts. */
  audience: string;
  /** The data action whose lack is told when `knobs.denyPlanes` holds it; '' when the service names none. */
  right: string;
  /** The whole answer, or rows that are paged by link or by cursor, or text; a function answers each call by itself. */
  json?: unknown;
  rows?: readonly Record<string, unknown>[];
  cursor?: boolean;
  text?: string | ((call: Call) => string);
}

const prefix = '/planes/';

export const isPlane = (call: Call): boolean => call.path.startsWith(prefix);

/** `text` with the real hosts of data planes as the simulator's own addresses. */
export function withPlaneAddresses(text: string, hosts: ReadonlySet<string>, origin: string): string {
  return hosts.size === 0
    ? text
    : text.replace(/https:\/\/([a-z0-9.-]+)/gi, (whole, host: string) =>
        hosts.has(host.toLowerCase()) ? `${origin}${prefix}${host.toLowerCase()}` : whole,
      );
}

export function documentOf(call: Call, { estate }: Tenant): PlaneDocument | undefined {
  const [, host = '', path = ''] = /^\/planes\/([^/]+)(\/.*)$/.exec(call.path) ?? [];
  return estate.planes?.find(
    (one) => one.host.toLowerCase() === host.toLowerCase() && one.path.toLowerCase() === path.toLowerCase(),
  );
}

/** The answer of a data plane; its token has been looked at already. */
export function planeAnswer(call: Call, tenant: Tenant): Answer {
  const found = documentOf(call, tenant);
  if (found === undefined) return armError(404, 'NotFound', 'The resource was not found.');
  if (tenant.knobs.denyPlanes.some((denied) => denied.test(call.path))) return refused(found, tenant);
  if (found.text !== undefined)
    return { status: 200, text: typeof found.text === 'string' ? found.text : found.text(call) };
  return found.rows === undefined ? ok(found.json) : rowsAfter(call, found, tenant.knobs.pageSize);
}

function refused({ right }: PlaneDocument, { objectId }: Tenant): Answer {
  const action = right === '' ? '' : ` The principal \`${objectId}\` lacks the required data action \`${right}\`.`;
  return armError(403, 'PermissionDenied', `Access denied due to missing permission.${action}`);
}

function byCursor(page: readonly Record<string, unknown>[], has_more: boolean): Record<string, unknown> {
  const ids = page.map((row) => row['id'] ?? null);
  return { object: 'list', data: page, first_id: ids[0] ?? null, last_id: ids.at(-1) ?? null, has_more };
}

function rowsAfter(call: Call, { rows = [], cursor = false }: PlaneDocument, size: number): Answer {
  const after = parameter(call.query, cursor ? 'after' : '$skiptoken') ?? '';
  const start = cursor ? rows.findIndex((row) => row['id'] === after) + 1 : Number(after);
  const page = rows.slice(start, start + size);
  const more = start + size < rows.length;
  if (cursor) return ok(byCursor(page, more));
  const next = new URL(call.url, call.origin);
  next.searchParams.set('$skiptoken', String(start + size));
  return ok({ value: page, ...(more ? { nextLink: next.href } : {}) });
}
