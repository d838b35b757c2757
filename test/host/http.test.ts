import { request } from 'node:http';
import { runApp } from './runApp';
import type { RunningApp } from './runApp';

let app: RunningApp;
beforeAll(async () => (app = await runApp('app')));
afterAll(() => app.stop());

const call = (path: string, init?: RequestInit) => fetch(`${app.origin}/api/${path}`, init);
const text = async (path: string) => (await call(path)).text();

test('the functions are counted and their triggers named', () => {
  expect(app.functions.length).toBe(35);
  expect(app.functions).toContainEqual({ name: 'nightly', type: 'timerTrigger' });
  expect(app.functions).toContainEqual({ name: 'batches', type: 'orchestrationTrigger' });
});

test('parameters, query, headers and body reach the handler', async () => {
  const response = await call('Things/42/core%20part?a=1&a=2&b=', {
    method: 'POST',
    headers: { 'x-echo': 'hey' },
    body: 'päck',
  });
  expect(await response.json()).toEqual({
    method: 'POST',
    params: { id: '42', part: 'core part' },
    query: { a: '1,2', b: '' },
    header: 'hey',
    body: 'päck',
  });
});

test('an optional parameter may be absent', async () => {
  expect(await (await call('things/7')).json()).toMatchObject({ params: { id: '7' } });
});

test('a literal wins over a constrained parameter, and that over a plain one', async () => {
  expect(await text('things/latest')).toBe('latest');
  expect(await text('things/seven')).toBe('named seven');
});

test('a catch-all takes the rest, slashes included', async () => {
  expect(await text('files/a/b/c.txt')).toBe('a/b/c.txt');
  expect((await call('files')).status).toBe(200);
});

test('no return value is 204', async () => {
  expect((await call('nothing', { method: 'DELETE' })).status).toBe(204);
  expect((await call('nothing', { method: 'OPTIONS' })).status).toBe(204);
});

test('HEAD answers without a body where a function lists it, and 404 where not', async () => {
  const head = await call('things/1', { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect((await call('things/latest', { method: 'HEAD' })).status).toBe(404);
});

test('an unknown path or method is 404', async () => {
  expect((await call('elsewhere')).status).toBe(404);
  expect((await call('nothing')).status).toBe(404);
});

test('a failure is a problem that tells nothing of the cause', async () => {
  const response = await call('failing');
  const body = await response.text();
  expect(response.status).toBe(500);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(JSON.parse(body)).toMatchObject({ status: 500, title: 'Internal Server Error' });
  expect(body).not.toMatch(/swordfish|\bat /);
});

test('status, headers, bytes and cookies of a response arrive', async () => {
  const response = await call('cookies');
  expect(response.status).toBe(201);
  expect(response.headers.get('x-one')).toBe('1');
  expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([0, 255, 1]);
  expect(response.headers.getSetCookie()).toEqual(['a=b%20c; Path=/; Max-Age=5; SameSite=Strict; HttpOnly', 'd=e']);
});

test('hooks run, and what they replace is used', async () => {
  expect(await (await call('hooked')).json()).toEqual({ input: { replaced: true }, seen: ['appStart'] });
});

test('another host name or another origin is refused', async () => {
  const status = (headers: Record<string, string>) =>
    new Promise((resolve, reject) => {
      request(`${app.origin}/api/things/latest`, { headers }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
  expect(await status({ host: 'evil.example' })).toBe(403);
  expect(await status({ origin: 'http://evil.example' })).toBe(403);
  expect(await status({ origin: app.origin })).toBe(200);
});

test('timers fire at start, by schedule and by hand', async () => {
  expect((await fetch(`${app.origin}/admin/functions/nightly`, { method: 'POST' })).status).toBe(202);
  expect((await fetch(`${app.origin}/admin/functions/latest`, { method: 'POST' })).status).toBe(404);
  await new Promise((resolve) => setTimeout(resolve, 1200));
  const fired = (await (await call('fired')).json()) as readonly unknown[];
  expect(fired[0]).toMatchObject({ atStart: true, isPastDue: false });
  expect(fired).toContain('tick');
  const nightly = fired.find((one) =>
    (one as { scheduleStatus?: { next: string } }).scheduleStatus?.next.includes('T06:00:00.000Z'),
  );
  expect(nightly).toMatchObject({
    isPastDue: false,
    schedule: { adjustForDST: true },
    scheduleStatus: { last: '0001-01-01T00:00:00+00:00' },
  });
});

test('the list of functions shows bindings and auth level', async () => {
  const list = (await (await fetch(`${app.origin}/admin/functions`)).json()) as readonly {
    name: string;
    config: { bindings: readonly object[] };
  }[];
  expect(list.find(({ name }) => name === 'nothing')?.config.bindings).toContainEqual(
    expect.objectContaining({ type: 'httpTrigger', authLevel: 'admin', methods: ['DELETE', 'OPTIONS'] }),
  );
});
