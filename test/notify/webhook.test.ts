import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDefaultHttpClient } from '@azure/core-rest-pipeline';
import { openWebhook, type Sent } from '../../src/notify';

const now = Date.parse('2026-11-24T06:00:00Z');
const secretPath = '/workflows/abc/triggers/manual?sig=SECRET-SIGNATURE';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(code, headers).end('SECRET-SIGNATURE in the body');
const reset: Answer = (request) => request.socket.destroy();

interface Post {
  readonly path: string;
  readonly type: string;
  readonly body: string;
}

let server: Server;
let answers: Answer[] = [];
let posts: Post[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      posts.push({
        path: request.url ?? '',
        type: request.headers['content-type'] ?? '',
        body: Buffer.concat(chunks).toString(),
      });
      (answers.length > 1 ? answers.shift()! : answers[0]!)(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  posts = [];
});

const urlOf = (port: number): string => `http://127.0.0.1:${port}${secretPath}`;

/** Posts one card against `far`; the last answer repeats. Sleeping only notes for how long. */
async function post(
  far: readonly Answer[],
  url = urlOf((server.address() as AddressInfo).port),
): Promise<{ sent: Sent; slept: number[] }> {
  answers = [...far];
  const slept: number[] = [];
  const sleep = (milliseconds: number): Promise<void> => {
    slept.push(milliseconds);
    return Promise.resolve();
  };
  const webhook = openWebhook({ httpClient: createDefaultHttpClient(), url, sleep, now: () => now });
  const sent = await webhook({ type: 'message', text: 'æ 😀' });
  expect(JSON.stringify(sent)).not.toContain('SECRET');
  expect(sent.reason).not.toContain('127.0.0.1');
  return { sent, slept };
}

it.each([200, 202])('takes %i for accepted, after one post of the card as it is', async (code) => {
  const { sent, slept } = await post([status(code)]);
  expect(sent).toEqual({ outcome: 'accepted', reason: `answered ${code}` });
  expect(slept).toEqual([]);
  expect(posts).toEqual([{ path: secretPath, type: 'application/json', body: '{"type":"message","text":"æ 😀"}' }]);
});

describe('a throttled post', () => {
  it.each([
    ['seconds', '7', 7_000],
    ['a date', 'Tue, 24 Nov 2026 06:00:30 GMT', 30_000],
    ['a date that passed', 'Tue, 24 Nov 2026 05:00:00 GMT', 0],
    ['zero', '0', 0],
    ['a negative number', '-5', 0],
    ['nothing', undefined, 2_000],
    ['nonsense', 'soon', 2_000],
    ['just a minute', '60', 60_000],
  ])('waits as told by %s', async (_, header, waited) => {
    const { sent, slept } = await post([
      status(429, header === undefined ? {} : { 'retry-after': header }),
      status(202),
    ]);
    expect(sent.outcome).toBe('accepted');
    expect(slept).toEqual([waited]);
    expect(posts).toHaveLength(2);
  });

  it.each(['61', '999999999', 'Wed, 25 Nov 2026 06:00:00 GMT'])(
    'leaves the card for later rather than wait %s',
    async (header) => {
      const { sent, slept } = await post([status(429, { 'retry-after': header })]);
      expect(sent).toEqual({ outcome: 'later', reason: 'answered 429' });
      expect(slept).toEqual([]);
      expect(posts).toHaveLength(1);
    },
  );
});

describe('a fault that may pass', () => {
  it.each([408, 429, 500, 502, 503, 504])(
    'is tried four times, slower each time, then left for later: %i',
    async (code) => {
      const { sent, slept } = await post([status(code)]);
      expect(sent).toEqual({ outcome: 'later', reason: `answered ${code}` });
      expect(slept).toEqual([2_000, 4_000, 8_000]);
      expect(posts).toHaveLength(4);
    },
  );

  it('is over when the next try is taken', async () => {
    const { sent } = await post([status(503), reset, status(200)]);
    expect(sent.outcome).toBe('accepted');
    expect(posts).toHaveLength(3);
  });

  it('is a connection that breaks', async () => {
    const { sent, slept } = await post([reset]);
    expect(sent.outcome).toBe('later');
    expect(sent.reason).toMatch(/^not reached/);
    expect(slept).toHaveLength(3);
  });

  it('is a host that nobody listens at', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const { sent } = await post([status(202)], urlOf(port));
    expect(sent.outcome).toBe('later');
    expect(posts).toEqual([]);
  });
});

describe('a refusal', () => {
  it.each([400, 401, 403, 404, 410, 413])('is not repeated: %i', async (code) => {
    const { sent, slept } = await post([status(code)]);
    expect(sent).toEqual({ outcome: 'refused', reason: `answered ${code}` });
    expect([slept, posts.length]).toEqual([[], 1]);
  });

  it.each([301, 302, 307, 308])('is a redirect, which is not followed: %i', async (code) => {
    const { sent } = await post([status(code, { location: '/elsewhere' }), status(202)]);
    expect(sent).toEqual({ outcome: 'refused', reason: `answered ${code}: redirects are not followed` });
    expect(posts.map(({ path }) => path)).toEqual([secretPath]);
  });
});
