import { problem } from './httpServer';
import type { HttpAnswer, HttpQuestion } from './httpServer';
import { byPrecedence, toRoute } from './routes';
import type { Route } from './routes';
import type { Nullable, RpcCookie, RpcHttp, TypedData } from './wire';
import type { RegisteredFunction } from './worker';

interface Endpoint {
  readonly fn: RegisteredFunction;
  readonly route: Route;
  readonly methods: readonly string[];
}

/** Runs a function with its trigger's input. */
export type Run = (fn: RegisteredFunction, trigger: TypedData) => Promise<TypedData | undefined>;

/**
 * Serves the HTTP-triggered functions below the route prefix; `undefined` where no function answers path and method
 * (Azure answers 404 then, never 405; HEAD and OPTIONS reach only a function that lists them).
 * A repeated query parameter is joined by commas, as Azure does. No return value is 204. A failure is a 500 problem that
 * tells nothing of the cause: the cause is in the log.
 */
export function toHttpEndpoints(functions: Iterable<RegisteredFunction>, routePrefix: string, run: Run) {
  const endpoints = [...functions]
    .filter(isHttp)
    .map((fn) => toEndpoint(fn, routePrefix))
    .sort(byPrecedence);
  return async (question: HttpQuestion): Promise<HttpAnswer | undefined> => {
    for (const { fn, route, methods } of endpoints) {
      const params = methods.includes(question.method) ? route.match(question.url.pathname) : undefined;
      if (params !== undefined) return answer(fn, { http: toRpcRequest(question, params) }, run);
    }
    return undefined;
  };
}

function isHttp(fn: RegisteredFunction): boolean {
  return fn.trigger.type === 'httpTrigger';
}

function toEndpoint(fn: RegisteredFunction, routePrefix: string): Endpoint {
  const { route, methods } = fn.trigger as { route?: string; methods?: readonly string[] };
  return {
    fn,
    route: toRoute(`${routePrefix}/${route ?? fn.metadata.name}`),
    methods: (methods ?? ['GET', 'POST']).map((method) => method.toUpperCase()),
  };
}

async function answer(fn: RegisteredFunction, trigger: TypedData, run: Run): Promise<HttpAnswer> {
  try {
    return toAnswer(await run(fn, trigger));
  } catch {
    return problem(500, 'Internal Server Error', `Function ${fn.metadata.name} failed; the log of the host says why.`);
  }
}

function toRpcRequest(question: HttpQuestion, params: Readonly<Record<string, string>>): RpcHttp {
  const { method, url, headers, body } = question;
  const query = [...new Set(url.searchParams.keys())].map(
    (key) => [key, url.searchParams.getAll(key).join(',')] as const,
  );
  const rpc = { method, url: url.href, headers, params, query: Object.fromEntries(query) };
  return body.length === 0 ? rpc : { ...rpc, body: { bytes: body } };
}

function toAnswer(returned: TypedData | undefined): HttpAnswer {
  const http = returned?.http;
  if (http === undefined) return { status: 204 };
  const cookies = (http.cookies ?? []).map(toSetCookie);
  return {
    status: Number(http.statusCode ?? '200'),
    headers: cookies.length > 0 ? { ...http.headers, 'set-cookie': cookies } : { ...http.headers },
    body: toContent(http.body),
  };
}

function toContent(body: TypedData | null | undefined): string | Uint8Array {
  return body?.bytes ?? body?.string ?? '';
}

const sameSite: Readonly<Record<string, string>> = { lax: 'Lax', strict: 'Strict', explicitNone: 'None' };

function toSetCookie(cookie: RpcCookie): string {
  const expires = unwrap(cookie.expires);
  const site = sameSite[cookie.sameSite ?? 'none'];
  return [
    `${cookie.name}=${encodeURIComponent(cookie.value)}`,
    attribute('Domain', unwrap(cookie.domain)),
    attribute('Path', unwrap(cookie.path)),
    attribute('Expires', expires && new Date(expires.seconds * 1000).toUTCString()),
    attribute('Max-Age', unwrap(cookie.maxAge)),
    attribute('SameSite', site),
    unwrap(cookie.secure) === true ? 'Secure' : '',
    unwrap(cookie.httpOnly) === true ? 'HttpOnly' : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function unwrap<T>(nullable: Nullable<T> | undefined): T | undefined {
  return nullable?.value;
}

function attribute(name: string, value: string | number | undefined): string {
  return value === undefined ? '' : `${name}=${value}`;
}
