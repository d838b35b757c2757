import { armError, ok, parameter } from './answer';
import type { Answer, Call } from './answer';
import type { Knobs } from './knobs';
import { lastPage, skipTokenName } from './quirks';

const machineLearning = /\/providers\/microsoft\.machinelearningservices\//i;

/** One page of `rows`, each as `show` shows it: `{ value, nextLink? }`. The token is opaque; ML names the parameter `$skip`. */
export function page<T>(
  call: Call,
  rows: readonly T[],
  knobs: Knobs,
  show: (row: T) => unknown = (row) => row,
): Answer {
  const start = startOf(call.query);
  if (start === null) {
    return armError(400, 'InvalidSkipToken', 'The skip token in the request is not valid.');
  }
  const size = pageSize(call.query, knobs);
  const value = rows.slice(start, start + size).map(show);
  if (start + size < rows.length) {
    return ok({ value, nextLink: nextLink(call, start + size) });
  }
  return ok({ value, ...(knobs.quirks ? lastPage(call.path) : {}) });
}

/** The opaque token for a position in a list. */
export const toSkipToken = (position: number): string => Buffer.from(`at:${position}`).toString('base64url');

/** The position in a token, null when it is none of ours. */
export function fromSkipToken(token: string): number | null {
  const found = /^at:(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8'));
  return found === null ? null : Number(found[1]);
}

function startOf(query: URLSearchParams): number | null {
  const token = parameter(query, '$skiptoken') ?? parameter(query, '$skip');
  if (token === null) {
    return 0;
  }
  return /^\d+$/.test(token) ? Number(token) : fromSkipToken(token);
}

function pageSize(query: URLSearchParams, knobs: Knobs): number {
  const top = Number(parameter(query, '$top') ?? knobs.pageSize);
  return Math.max(1, Math.min(Number.isNaN(top) ? knobs.pageSize : top, knobs.pageSize));
}

function nextLink(call: Call, position: number): string {
  const kept = [...call.query].filter(([name]) => !['$skiptoken', '$skip'].includes(name.toLowerCase()));
  const name = machineLearning.test(call.path) ? '$skip' : skipTokenName(call.path);
  const pairs = kept.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`);
  return `${call.origin}${encodeURI(call.path)}?${[...pairs, `${name}=${toSkipToken(position)}`].join('&')}`;
}
