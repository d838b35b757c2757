import type { HttpAnswer, HttpQuestion } from './httpServer';
import type { ArmedTimer } from './timers';
import type { RegisteredFunction } from './worker';

/**
 * Serves the two admin calls that help at hand, `undefined` elsewhere: `GET /admin/functions` lists the functions,
 * `POST /admin/functions/{timer}` fires a timer and answers 202 before it has run, as Azure does.
 * Source: https://learn.microsoft.com/azure/azure-functions/functions-manually-run-non-http
 */
export function toAdminApi(
  functions: ReadonlyMap<string, RegisteredFunction>,
  timers: ReadonlyMap<string, ArmedTimer>,
) {
  return ({ method, url }: HttpQuestion): HttpAnswer | undefined => {
    const path = /^\/admin\/functions(?:\/([^/]+))?\/?$/.exec(url.pathname);
    if (path === null) return undefined;
    const timer = timers.get(path[1] ?? '');
    if (method === 'POST' && timer !== undefined) return fire(timer);
    return method === 'GET' && path[1] === undefined ? list(functions) : { status: 404 };
  };
}

function fire(timer: ArmedTimer): HttpAnswer {
  // A failure is in the log: the function's run has written it there.
  timer.fire().catch(() => undefined);
  return { status: 202 };
}

function list(functions: ReadonlyMap<string, RegisteredFunction>): HttpAnswer {
  const body = [...functions.values()].map(({ metadata: { name, bindings } }) => ({
    name,
    config: { bindings: Object.entries(bindings).map(([binding, options]) => ({ ...options, name: binding })) },
  }));
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
