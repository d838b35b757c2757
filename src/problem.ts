import type { HttpResponseInit } from '@azure/functions';
import { ConfigError } from './config';
import type { Exported } from './report';

/** An answer by RFC 9457. `detail` says what is wrong, where, and how to mend it; never a stack or a secret. */
export const problem = (status: number, title: string, detail: string): HttpResponseInit => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify({ type: 'about:blank', title, status, detail }),
});

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): HttpResponseInit => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(body),
});

/** A file to keep. Nobody may take it for a page: names in it are other people's. */
export const file = ({ type, fileName, text }: Exported): HttpResponseInit => ({
  status: 200,
  headers: {
    'content-type': type,
    'content-disposition': `attachment; filename="${fileName}"`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  },
  body: text,
});

/** A request that cannot be served as it was asked: becomes its problem. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    detail: string,
  ) {
    super(detail);
    this.name = 'Refusal';
  }
}

/** Runs a handler; whatever it throws becomes a problem. Faults of ours are logged and told without detail. */
export async function answered(
  work: () => Promise<HttpResponseInit>,
  log: (line: string) => void,
): Promise<HttpResponseInit> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return problem(error.status, error.title, error.message);
    if (error instanceof ConfigError) return problem(500, 'The app is not configured', error.message);
    log(error instanceof Error ? `${error.name}: ${error.message}` : 'unknown fault');
    return problem(500, 'Something failed here', 'The app log has the reason. The request may be repeated.');
  }
}
