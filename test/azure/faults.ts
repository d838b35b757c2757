import { armError, queryError } from './answer';
import type { Answer } from './answer';
import { chance, pick } from './chance';
import type { Fault, Knobs, RetryAfter, Throttle } from './knobs';

/** What goes wrong with one attempt: an answer instead of the real one, or damage to the real one. */
export type Trouble = { answer: Answer } | { damage: 'reset' | 'cut' | 'halfBody' | 'html' };

/** How often each request was tried, and which of them failed last time. */
export interface Attempts {
  counts: Map<string, number>;
  failedLast: Set<string>;
}

export const noAttempts = (): Attempts => ({ counts: new Map(), failedLast: new Set() });

/** Counts the attempt; the first is 1. */
export function countAttempt(attempts: Attempts, key: string): number {
  const count = (attempts.counts.get(key) ?? 0) + 1;
  attempts.counts.set(key, count);
  return count;
}

/** Decides by seed, request and attempt number whether this attempt goes wrong, and how. `key` names the request, body included. */
export function troubleOf(key: string, attempt: number, knobs: Knobs, attempts: Attempts): Trouble | null {
  const excused = attempts.failedLast.delete(key);
  const faults: readonly (readonly [string, Fault | null])[] = [
    ['throttle', knobs.throttle],
    ['fail5xx', knobs.fail5xx],
    ['reset', knobs.reset],
    ['truncate', knobs.truncate],
    ['htmlWith200', knobs.htmlWith200],
  ];
  for (const [name, fault] of faults) {
    if (fault !== null && strikes(fault, name, { key, attempt, excused }, knobs.seed)) {
      attempts.failedLast.add(key);
      return trouble(name, key, attempt, knobs);
    }
  }
  return null;
}

/** Whether an inner request of a Graph batch is throttled. */
export function batchThrottled(key: string, knobs: Knobs, attempts: Attempts): boolean {
  const fault = knobs.graphBatchThrottle;
  const attempt = countAttempt(attempts, key);
  const excused = attempts.failedLast.delete(key);
  const struck = fault !== null && strikes(fault, 'batch', { key, attempt, excused }, knobs.seed);
  if (struck) {
    attempts.failedLast.add(key);
  }
  return struck;
}

interface Attempt {
  key: string;
  attempt: number;
  excused: boolean;
}

function strikes(fault: Fault, name: string, { key, attempt, excused }: Attempt, seed: number): boolean {
  if (fault.match?.test(key) === false || (excused && fault.always !== true)) {
    return false;
  }
  const draw = fault.always === true ? `${seed} ${name} ${key}` : `${seed} ${name} ${key} ${attempt}`;
  return chance(draw) < fault.rate;
}

function trouble(name: string, key: string, attempt: number, knobs: Knobs): Trouble {
  const text = `${knobs.seed} ${key} ${attempt}`;
  switch (name) {
    case 'throttle':
      return { answer: throttled(key, text, knobs.throttle) };
    case 'fail5xx':
      return { answer: serverError(text) };
    case 'reset':
      return { damage: 'reset' };
    case 'truncate':
      return { damage: pick(['cut', 'halfBody'], `half ${text}`) };
    default:
      return { damage: 'html' };
  }
}

function throttled(key: string, text: string, throttle: Throttle | null): Answer {
  const headers = retryAfter(throttle?.retryAfter ?? 'none', throttle?.seconds ?? 1, text);
  if (throttle?.status === 403) {
    return { ...armError(403, 'TooManyRequests', 'Too many requests were sent to this resource provider.'), headers };
  }
  if (/\/providers\/microsoft\.resourcegraph\//i.test(key)) {
    return {
      ...queryError(429, 'RateLimiting', [{ code: 'RateLimiting', message: 'The caller has been throttled.' }]),
      headers,
    };
  }
  const message =
    'The request is being throttled as the limit has been reached for operation type - Read_ObservationWindow.';
  return { ...armError(429, 'SubscriptionRequestsThrottled', message), headers };
}

function retryAfter(kind: RetryAfter, seconds: number, text: string): Record<string, string> {
  switch (kind) {
    case 'none':
      return {};
    case 'seconds':
      return { 'retry-after': String(seconds) };
    case 'date':
      return { 'retry-after': new Date(Date.now() + seconds * 1000).toUTCString() };
    case 'absurd':
      return { 'retry-after': '1000000000' };
    case 'negative':
      return { 'retry-after': '-5' };
    case 'mixed':
      return retryAfter(pick(['seconds', 'date', 'none', 'absurd', 'negative'], `after ${text}`), seconds, text);
  }
}

const serverErrors = [
  { status: 500, code: 'InternalServerError' },
  { status: 502, code: 'BadGateway' },
  { status: 503, code: 'ServiceUnavailable' },
  { status: 504, code: 'GatewayTimeout' },
] as const;

function serverError(text: string): Answer {
  const { status, code } = pick(serverErrors, `5xx ${text}`);
  return armError(status, code, 'The server could not answer the request. Please retry.');
}
