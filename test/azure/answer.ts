import { randomUUID } from 'node:crypto';

/** A parsed request as the rooms of the simulator read it. */
export interface Call {
  method: string;
  /** Path and query as sent. */
  url: string;
  /** Decoded path without query. */
  path: string;
  query: URLSearchParams;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
  /** Scheme and host to build links with. */
  origin: string;
}

/** What goes back; without `json` the body is empty. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  json?: unknown;
  /** Sent as it is, where a service does not answer JSON. */
  text?: string;
}

export const ok = (json: unknown): Answer => ({ status: 200, json });

/** ARM's error shape. */
export function armError(status: number, code: string, message: string, more: Record<string, unknown> = {}): Answer {
  return { status, json: { error: { code, message, ...more } } };
}

/** Resource Graph's error shape: the outer message is for the support desk, the reason is in `details`. */
export function queryError(status: number, code: string, details: readonly Record<string, unknown>[]): Answer {
  const message =
    'Please provide below info when asking for support: ' +
    `timestamp = ${new Date().toISOString()}, correlationId = ${randomUUID()}.`;
  return { status, json: { error: { code, message, details } } };
}

/** Microsoft Graph's error shape. */
export function graphError(status: number, code: string, message: string): Answer {
  const id = randomUUID();
  const innerError = { date: new Date().toISOString().slice(0, 19), 'request-id': id, 'client-request-id': id };
  return { status, json: { error: { code, message, innerError } } };
}

/** A copy without some of its properties. */
export function without(body: Readonly<Record<string, unknown>>, ...names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));
}

/** The value of a query parameter whose name is compared without case, as ARM does. */
export function parameter(query: URLSearchParams, name: string): string | null {
  for (const [key, value] of query) {
    if (key.toLowerCase() === name) {
      return value;
    }
  }
  return null;
}
