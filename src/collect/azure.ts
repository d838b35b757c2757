import type { TokenCredential } from '@azure/core-auth';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { openOsv } from './advisories/osv';
import { openArm, type ArmClients } from './armClients';
import { systemClock, toDeadline, type Clock } from './clock';
import type { OptIn } from '../model/optIn';
import type { AzureReader, Body, Plane, PlaneReader } from './collector';
import { renewable } from './credential';
import { openPlanes } from './dataPlane';
import { openGraph, type GraphReader } from './graphClient';
import { Limiter } from './limiter';
import { loopbackHttpClient, secureEndpoint } from './loopback';
import { pagedRows } from './paging';
import { queryRows, subscriptionIn, toQueryScopes } from './resourceGraph';
import { Reads, defaultLimits, type Limits } from './retry';

/** Counters of the reads so far. `waiting` lists what Azure told to wait: a subscription id, `tenant`, `resourceGraph` or `graph`. */
export interface Progress {
  readonly requests: number;
  readonly retries: number;
  readonly waiting: readonly { readonly subscription: string; readonly seconds: number }[];
}

export interface AzureOptions {
  readonly credential: TokenCredential;
  /** `https://management.azure.com`; plain http for a host on this machine. */
  readonly armEndpoint: string;
  readonly graphEndpoint: string;
  readonly scopesOfTokens: { readonly arm: string; readonly graph: string };
  /** `AISPM_CLOUD`: whose data planes may be asked; `public` when absent. */
  readonly cloudName?: string;
  /** `AISPM_SCOPES`: subscriptions and management groups that queries are narrowed to; empty = all the identity can read. */
  readonly scopes?: readonly string[];
  /** The instant of the run, ISO 8601 UTC; the clock's when absent. */
  readonly takenAt?: string;
  /** The OSV server to ask about packages; absent = none is asked. */
  readonly advisoryUrl?: string;
  readonly httpClient?: HttpClient;
  /** `optIn` of the policy file: what may be read by POST beyond the queries. */
  readonly optIn?: readonly OptIn[];
  readonly limits?: Partial<Limits>;
  /** An instant in milliseconds since 1970, or a signal. Reads after it reject with ReadFailed, reason timedOut. */
  readonly deadline: AbortSignal | number;
  readonly clock?: Clock;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Azure extends AzureReader {
  readonly graph: GraphReader;
  progress(): Progress;
}

/** Resource Graph's documented example quota, 15 queries in 5 s, with a margin for the way there. */
const queryRate = { count: 15, ms: 5_250 };

/** Appended by hand: URLSearchParams would rewrite the encoding of a filter that is there already. */
const armUrl = (endpoint: string, path: string, apiVersion: string): string =>
  new URL(`${endpoint}${path.replaceAll('#', '%23')}${path.includes('?') ? '&' : '?'}api-version=${apiVersion}`).href;

const keyOf = (url: string): string =>
  subscriptionIn(/\/subscriptions\/[^/?]+/i.exec(new URL(url).pathname)?.[0] ?? '') ?? 'tenant';

function toReader(
  arm: ArmClients,
  reads: Reads,
  endpoint: string,
  scopes: readonly string[],
  limits: Limits,
): Omit<AzureReader, 'now' | 'plane' | 'advisories'> {
  const read = async (url: string): Promise<Body> =>
    (await reads.ask(keyOf(url), (signal) => arm.get(url, signal))).body;
  const ask = (body: string) => reads.ask('resourceGraph', (signal) => arm.query(body, signal));
  return {
    read: (path, apiVersion) => read(armUrl(endpoint, path, apiVersion)),
    list: (path, apiVersion) =>
      pagedRows(armUrl(endpoint, path, apiVersion), { link: 'nextLink', pages: limits.pages, read }),
    async *query(query) {
      for (const scope of toQueryScopes(scopes)) yield* queryRows(ask, query, scope, limits.pages);
    },
  };
}

const noList = (): never => {
  throw new Error('settings are read one site at a time');
};

/** Reads of ARM by POST, as a plane: `read` takes a path with its api-version. */
const postReader = (arm: ArmClients, reads: Reads, endpoint: string): PlaneReader => ({
  read: async (path) => {
    const url = new URL(`${endpoint}${path}`).href;
    return (await reads.ask(keyOf(url), (signal) => arm.post(url, signal))).body;
  },
  list: noList,
  listByCursor: noList,
  text: noList,
});

/** Nothing but the server that the policy file names is asked, and only when it was opted in. */
const advisoriesOf = ({ advisoryUrl, httpClient }: AzureOptions, reads: Reads, limits: Limits) =>
  advisoryUrl ? { advisories: openOsv({ endpoint: advisoryUrl, reads, limits, httpClient }) } : {};

/**
 * Opens Azure for reading: ARM, Resource Graph and Microsoft Graph with one limiter, one set of retries, one token each.
 * Rejections of every read are ReadRefused, NotFound or ReadFailed; NotARead is a fault of this program.
 */
export function openAzure(options: AzureOptions): Azure {
  const { armEndpoint, graphEndpoint, scopesOfTokens, onProgress, clock = systemClock } = options;
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const limiter = new Limiter(clock, {
    perKey: limits.perSubscription,
    total: limits.total,
    rates: { resourceGraph: queryRate },
  });
  const credential = renewable(options.credential, clock);
  const reads = new Reads({
    limiter,
    clock,
    limits,
    deadline: toDeadline(options.deadline, clock),
    forgetToken: () => credential.forget(),
    onChange: () => onProgress?.(progress()),
  });
  const progress = (): Progress => ({
    requests: reads.requests,
    retries: reads.retries,
    waiting: limiter.waiting().map(({ key, seconds }) => ({ subscription: key, seconds })),
  });
  const endpoint = secureEndpoint(armEndpoint);
  const arm = openArm({
    credential,
    endpoint,
    scope: scopesOfTokens.arm,
    httpClient: loopbackHttpClient(armEndpoint, options.httpClient),
    bodyBytes: limits.bodyBytes,
    optIn: options.optIn ?? [],
  });
  const graph = openGraph({ credential, endpoint: graphEndpoint, scope: scopesOfTokens.graph, reads, limits, clock });
  const { cloudName = 'public', httpClient } = options;
  const services = openPlanes({ credential, cloudName, httpClient, reads, limits });
  const settings = postReader(arm, reads, endpoint);
  const plane = (name: Plane): PlaneReader => (name === 'appSettings' ? settings : services(name));
  const now = options.takenAt ?? new Date(clock.now()).toISOString();
  const reader = { ...toReader(arm, reads, endpoint, options.scopes ?? [], limits), now, plane, graph, progress };
  return { ...reader, ...advisoriesOf(options, reads, limits) };
}
