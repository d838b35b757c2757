/** How often an attempt goes wrong, 0 to 1. The retry of a faulted attempt succeeds, unless `always`. */
export interface Fault {
  rate: number;
  always?: boolean;
  /** Only urls that match; all ARM, Resource Graph and Graph urls when absent. */
  match?: RegExp;
}

/** What `Retry-After` says: whole seconds, an HTTP date, nothing, a billion, a negative number, or one of these by chance. */
export type RetryAfter = 'seconds' | 'date' | 'none' | 'absurd' | 'negative' | 'mixed';

export interface Throttle extends Fault {
  retryAfter: RetryAfter;
  /** Seconds asked for, 1 when absent. */
  seconds?: number;
  /** 403 imitates the providers that word a throttle as a refusal. */
  status?: 429 | 403;
}

export interface TeamsKnobs {
  /** Over the size limit: 202 and then lost, as the service does, or 413. */
  oversize: 'lose' | 'reject';
  /** How many of the next posts are answered 429, 503, by a closed connection. */
  throttleNext: number;
  failNext: number;
  resetNext: number;
  retryAfterSeconds: number | null;
  delayMs: number;
}

/** Everything about the simulated tenant that a test may turn while it runs. */
export interface Knobs {
  /** Same seed, same faults: chance depends on seed, request and attempt number, not on the order of arrival. */
  seed: number;
  latencyMs: number;
  /** Rows a page of ARM and Graph lists; of Resource Graph (where `$top` can only lower it). */
  pageSize: number;
  argPageSize: number;
  /** Queries per window and caller; null for no limit. */
  argQuota: { queries: number; windowSeconds: number; retryAfter: boolean } | null;
  /** Scheme of links in answers. Azure says https, and SDK pipelines refuse a bearer token over http. */
  linkScheme: 'https' | 'http';
  throttle: Throttle | null;
  fail5xx: Fault | null;
  reset: Fault | null;
  /** Half of the truncated answers end with the connection, half are whole HTTP answers holding half a JSON document. */
  truncate: Fault | null;
  htmlWith200: Fault | null;
  /** Puts another body in the place of a right answer of ARM, Resource Graph or Graph; undefined leaves it as it is. */
  spoil: ((url: string, body: string) => string | undefined) | null;
  /** Status that the managed identity's endpoint answers in place of a token. */
  identityStatus: number | null;
  /** Inner requests of a Graph `$batch` answered 429 inside the 200. */
  graphBatchThrottle: Fault | null;
  /** Lower-cased subscription ids: listed by `GET /subscriptions`, 403 on all else, silent in Resource Graph. */
  denySubscriptions: Set<string>;
  /** Lower-cased subscription ids the identity cannot see at all: not listed, 404, silent in Resource Graph. */
  hideSubscriptions: Set<string>;
  denyPaths: RegExp[];
  notFoundPaths: RegExp[];
  /** Data planes that refuse, by path as the simulator serves it: `/planes/<host>/...`. */
  denyPlanes: RegExp[];
  /** true: every Graph call is refused; expressions: the matching urls. */
  graphDenied: boolean | RegExp[];
  tokenLifetimeSeconds: number;
  /** A refused token is answered with a claims challenge, as continuous access evaluation does. */
  claimsChallenge: boolean;
  /** What `Microsoft.Authorization/permissions` answers at every scope. */
  permissions: readonly Readonly<Record<string, readonly string[]>>[];
  /** Casing variants of ids in lists and rows, explicit nulls. */
  quirks: boolean;
  teams: TeamsKnobs;
}

/** A tenant in good health with a Reader in it. */
export function defaultKnobs(): Knobs {
  return {
    seed: 1,
    latencyMs: 0,
    pageSize: 100,
    argPageSize: 1000,
    argQuota: { queries: 15, windowSeconds: 5, retryAfter: false },
    linkScheme: 'https',
    throttle: null,
    fail5xx: null,
    reset: null,
    truncate: null,
    htmlWith200: null,
    spoil: null,
    identityStatus: null,
    graphBatchThrottle: null,
    denySubscriptions: new Set(),
    hideSubscriptions: new Set(),
    denyPaths: [],
    notFoundPaths: [],
    denyPlanes: [],
    graphDenied: false,
    tokenLifetimeSeconds: 86_400,
    claimsChallenge: false,
    permissions: [{ actions: ['*/read'], notActions: [], dataActions: [], notDataActions: [] }],
    quirks: true,
    teams: { oversize: 'lose', throttleNext: 0, failNext: 0, resetNext: 0, retryAfterSeconds: 1, delayMs: 0 },
  };
}
