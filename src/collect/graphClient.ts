import type { TokenCredential } from '@azure/core-auth';
import {
  AuthenticationHandler,
  Client,
  HTTPMessageHandler,
  ResponseType,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client';
import { TokenCredentialAuthenticationProvider } from '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials';
import type { Answer, Exchange } from './answer';
import type { Body } from './collector';
import { ReadFailed } from './failures';
import { secureEndpoint, wireUrl } from './loopback';
import { pagedRows, rowsIn } from './paging';
import { assertRead } from './readOnly';
import { retryAfter } from './retryAfter';
import type { Limits, Reads } from './retry';
import type { Clock } from './clock';

/** One answer inside a `$batch`. `body` is null where there was none. */
export interface BatchAnswer {
  readonly status: number;
  readonly body: Body | null;
}

/** Reads of Microsoft Graph v1.0. Paths start at the version: `/users/{id}`. Rejects as AzureReader does. */
export interface GraphReader {
  /** The objects behind up to 1,000 ids; ids without an object are absent. */
  getByIds(ids: readonly string[]): Promise<readonly Body[]>;
  /** All rows of a list, page by page. */
  list(path: string): AsyncGenerator<Body>;
  /** GETs, twenty a request, by path. Inner throttles and 5xx come inside a 200 and are asked again. */
  batch(paths: readonly string[]): Promise<ReadonlyMap<string, BatchAnswer>>;
}

export interface GraphOptions {
  readonly credential: TokenCredential;
  readonly endpoint: string;
  readonly scope: string;
  readonly reads: Reads;
  readonly limits: Limits;
  readonly clock: Clock;
}

const key = 'graph';
const batchSize = 20;

/** Lowers the scheme for a plain endpoint on this machine: the client adds its token to https hosts only. */
class OnTheWire implements Middleware {
  private next: Middleware | undefined;
  constructor(private readonly endpoint: string) {}
  async execute(context: Context): Promise<void> {
    if (typeof context.request === 'string') context.request = wireUrl(context.request, [this.endpoint]);
    await this.next?.execute(context);
  }
  setNext(next: Middleware): void {
    this.next = next;
  }
}

function openClient({ credential, endpoint, scope }: GraphOptions): Client {
  const url = secureEndpoint(endpoint);
  const authentication = new AuthenticationHandler(
    new TokenCredentialAuthenticationProvider(credential, { scopes: [scope] }),
  );
  const wire = new OnTheWire(endpoint);
  authentication.setNext(wire);
  wire.setNext(new HTTPMessageHandler());
  return Client.initWithMiddleware({
    middleware: authentication,
    baseUrl: `${url}/`,
    customHosts: new Set([new URL(url).hostname]),
  });
}

async function textOf(response: Response, bodyBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    size += bytes.length;
    if (size > bodyBytes) throw new ReadFailed('failed', `the answer is larger than ${bodyBytes} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const passing = (status: number): boolean => status === 429 || status === 408 || status >= 500;

class Graph implements GraphReader {
  private readonly client: Client;
  private readonly root: string;

  constructor(private readonly options: GraphOptions) {
    this.client = openClient(options);
    this.root = `${secureEndpoint(options.endpoint)}/v1.0`;
  }

  async getByIds(ids: readonly string[]): Promise<readonly Body[]> {
    const { body } = await this.ask(`${this.root}/directoryObjects/getByIds`, {
      ids,
      types: ['user', 'group', 'servicePrincipal', 'device'],
    });
    return rowsIn(body['value'], 'value');
  }

  list(path: string): AsyncGenerator<Body> {
    const read = async (url: string): Promise<Body> => (await this.ask(url)).body;
    return pagedRows(`${this.root}${path}`, { link: '@odata.nextLink', pages: this.options.limits.pages, read });
  }

  async batch(paths: readonly string[]): Promise<ReadonlyMap<string, BatchAnswer>> {
    const chunks = Array.from({ length: Math.ceil(paths.length / batchSize) }, (_, n) =>
      paths.slice(n * batchSize, (n + 1) * batchSize),
    );
    const answers = await Promise.all(chunks.map((chunk) => this.batchOf(chunk)));
    return new Map(answers.flat());
  }

  /** One batch until each inner request has an answer that will not pass by waiting. */
  private async batchOf(paths: readonly string[]): Promise<[string, BatchAnswer][]> {
    const done: [string, BatchAnswer][] = [];
    let open = [...paths];
    for (let tried = 1; open.length > 0; tried += 1) {
      const requests = open.map((url, n) => ({ id: String(n), method: 'GET', url }));
      const { body } = await this.ask(`${this.root}/$batch`, { requests });
      const answers = rowsIn(body['responses'], 'responses').map((row) => toInner(row, this.options.clock.now()));
      const settled = answers.filter(({ status }) => !passing(status));
      const answered = new Map(settled.map((inner) => [open[inner.index], inner]));
      for (const [path, inner] of answered) if (path !== undefined) done.push([path, inner]);
      open = open.filter((path) => !answered.has(path));
      if (open.length > 0) await this.waitFor(answers, tried);
    }
    return done;
  }

  private waitFor(answers: readonly Inner[], tried: number): Promise<void> {
    const asked = answers.flatMap(({ waitMs }) => waitMs ?? []);
    const waitMs = asked.length > 0 ? Math.max(...asked) : undefined;
    const error = new ReadFailed('failed', 'Microsoft Graph throttled requests of a batch');
    return this.options.reads.beforeNext(key, { verdict: 'again', cause: 'throttled', waitMs, error }, tried);
  }

  private async ask(url: string, content?: unknown): Promise<Answer> {
    const body = content === undefined ? '' : JSON.stringify(content);
    assertRead(content === undefined ? 'GET' : 'POST', url, body);
    return this.options.reads.ask(key, async (signal): Promise<Exchange> => {
      const request = this.client.api(url).responseType(ResponseType.RAW).option('signal', signal);
      const response = (await (content === undefined ? request.get() : request.post(body))) as Response;
      const header = (name: string): string | undefined => response.headers.get(name) ?? undefined;
      return { status: response.status, header, text: await textOf(response, this.options.limits.bodyBytes) };
    });
  }
}

interface Inner extends BatchAnswer {
  readonly index: number;
  readonly waitMs: number | undefined;
}

const toObject = (value: unknown): Body | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : null;

function toInner(row: Body, now: number): Inner {
  const headers = Object.entries(toObject(row['headers']) ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
  const byName = new Map(headers as [string, unknown][]);
  const header = (name: string): string | undefined => (byName.has(name) ? String(byName.get(name)) : undefined);
  const status = typeof row['status'] === 'number' ? row['status'] : 500;
  return { index: Number(row['id']), status, body: toObject(row['body']), waitMs: retryAfter(header, now) };
}

/**
 * Opens Microsoft Graph v1.0 by its own client over the global fetch. Its retry and redirect handlers are left out: retries are ours,
 * and a redirect would carry the token elsewhere.
 */
export const openGraph = (options: GraphOptions): GraphReader => new Graph(options);
