import { runApp } from './runApp';
import type { RunningApp } from './runApp';

interface Status {
  readonly runtimeStatus: string;
  readonly output: unknown;
  readonly customStatus: unknown;
  readonly historyEvents: readonly Record<string, unknown>[] | null;
}

let app: RunningApp;
beforeAll(async () => (app = await runApp('app')));
afterAll(() => app.stop());

const post = (path: string, body?: unknown) =>
  fetch(`${app.origin}/api/${path}`, { method: 'POST', ...(body !== undefined && { body: JSON.stringify(body) }) });

const begin = async (name: string, input?: unknown): Promise<Record<string, string>> =>
  (await (await post(`start/${name}`, input)).json()) as Record<string, string>;

const look = async (uri: string): Promise<Status> => (await (await fetch(uri)).json()) as Status;

async function until(uri: string, ready: (status: Status) => boolean): Promise<Status> {
  for (let left = 200; left > 0; left -= 1) {
    const status = await look(uri);
    if (ready(status)) return status;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`never ready: ${JSON.stringify(await look(uri))}`);
}

const ran = async ({ origin }: RunningApp) => (await (await fetch(`${origin}/api/ran`)).json()) as readonly unknown[];

const isOver = ({ runtimeStatus }: Status) => ['Completed', 'Failed', 'Terminated'].includes(runtimeStatus);

async function finish(name: string, input?: unknown): Promise<Status> {
  const { statusQueryGetUri } = await begin(name, input);
  return until(statusQueryGetUri!, isOver);
}

test('createCheckStatusResponse points at this host and polls to the end', async () => {
  const response = await post('start/batches', [1, 2, 3, 4, 5, 6, 7]);
  expect(response.status).toBe(202);
  const links = (await response.json()) as Record<string, string>;
  expect(response.headers.get('location')).toBe(links['statusQueryGetUri']);
  expect(new URL(links['statusQueryGetUri']!).origin).toBe(app.origin);
  const status = await until(links['statusQueryGetUri']!, isOver);
  expect(status).toMatchObject({
    runtimeStatus: 'Completed',
    output: [2, 4, 6, 8, 10, 12, 14],
    customStatus: { done: 7, of: 7 },
  });
});

test('a live instance answers 202 with Location and Retry-After', async () => {
  const { statusQueryGetUri, id } = await begin('approval', 60_000);
  const response = await fetch(statusQueryGetUri!);
  expect([response.status, response.headers.get('location'), response.headers.get('retry-after')]).toEqual([
    202,
    statusQueryGetUri,
    '5',
  ]);
  await post(`operate/${id!}/terminate`);
});

test('getStatus of the client reads status and history', async () => {
  const { id, statusQueryGetUri } = await begin('batches', [1]);
  await until(statusQueryGetUri!, isOver);
  const status = (await (await fetch(`${app.origin}/api/status/${id!}`)).json()) as {
    runtimeStatus: string;
    input: unknown;
  };
  expect(status).toMatchObject({ name: 'batches', runtimeStatus: 'Completed', input: [1] });
  const shown = await look(`${statusQueryGetUri!}&showHistory=true&showHistoryOutput=true`);
  expect(shown.historyEvents?.map((event) => event['EventType'])).toEqual([
    'ExecutionStarted',
    'TaskCompleted',
    'ExecutionCompleted',
  ]);
  expect(shown.historyEvents?.[1]).toMatchObject({ FunctionName: 'double', Result: 2 });
});

test('waitForCompletionOrCreateCheckStatusResponse returns the output', async () => {
  expect(await (await post('wait/batches', [21])).json()).toEqual([42]);
});

test('a retry waits and calls again, also before it gives up; later numbers still agree', async () => {
  expect((await finish('retry', { name: 'shout', attempts: 1 })).output).toEqual(['A', 2]);
  const before = await refusals();
  const failed = await finish('retry', { name: 'refuse', attempts: 3 });
  expect(failed.runtimeStatus).toBe('Failed');
  expect(failed.output).toContain(
    "Orchestrator function 'retry' failed: Activity function 'refuse' failed: quota exceeded",
  );
  expect((await refusals()) - before).toBe(3);
});

async function refusals(): Promise<number> {
  return (await ran(app)).filter((one) => one === 'refuse').length;
}

test('a failing Task.all ends the orchestration only when the other tasks have ended, as in Azure', async () => {
  expect((await finish('failFast')).runtimeStatus).toBe('Failed');
  expect(await ran(app)).toContain('slow');
});

test('the failure of an activity reaches the orchestrator with its reason', async () => {
  expect((await finish('caught')).output).toMatch(/^Activity function 'refuse' failed: quota exceeded \n /);
});

test('an unknown activity fails the call, not the host', async () => {
  expect((await finish('retry', { name: 'absent', attempts: 1 })).output).toContain(
    "The function 'absent' doesn't exist",
  );
});

test('sub-orchestrations return, know their parent, and fail into it', async () => {
  const { statusQueryGetUri, id } = await begin('parent');
  const { output } = await until(statusQueryGetUri!, isOver);
  expect(output).toMatchObject({ one: [2], two: `${id!} X` });
  expect((output as { failed: string }).failed).toContain("Orchestrator function 'sad' failed: no luck");
  expect((await look(`${app.origin}/runtime/webhooks/durabletask/instances/child-of-parent`)).runtimeStatus).toBe(
    'Completed',
  );
});

test('an external event wins over its deadline, and the deadline over none', async () => {
  const { statusQueryGetUri, id } = await begin('approval', 60_000);
  await post(`operate/${id!}/approve`);
  expect((await until(statusQueryGetUri!, isOver)).output).toEqual([{ by: 'ada' }, 'NEXT']);
  expect((await finish('approval', 30)).output).toBe('too late');
});

test('a timer beyond six days is cut into pieces and still waits', async () => {
  const { statusQueryGetUri, id } = await begin('approval', 30 * 86_400_000);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await look(statusQueryGetUri!)).runtimeStatus).toBe('Running');
  await post(`operate/${id!}/approve`);
  expect((await until(statusQueryGetUri!, isOver)).output).toEqual([{ by: 'ada' }, 'NEXT']);
});

test('continueAsNew starts over under the same id', async () => {
  expect((await finish('counter', 1)).output).toBe('counted to 3');
});

test('what an earlier generation left behind does not touch the next', async () => {
  expect((await finish('leftover')).output).toBe('slept');
});

test('an event that is raised before anyone waits is kept', async () => {
  const { statusQueryGetUri, id } = await begin('early');
  await post(`operate/${id!}/approve`);
  expect((await until(statusQueryGetUri!, isOver)).output).toEqual(['ada', 'NEXT']);
});

test('isReplaying is false only for what is run the first time', async () => {
  expect((await finish('replays')).output).toEqual([true, true, false]);
});

test('numbers of tasks agree with the library in mixed fan-out', async () => {
  const { output } = await finish('mixed');
  expect(output).toEqual([['A', 8, expect.stringMatching(/^[0-9a-f]{32} B$/)], 10]);
});

test('a custom status above 16 KB in UTF-16 fails the orchestration', async () => {
  expect(await finish('talkative')).toMatchObject({
    runtimeStatus: 'Failed',
    output: expect.stringContaining('custom status') as string,
  });
});

test('terminate ends it with the reason; then everything is 410 and swallowed by the client', async () => {
  const { statusQueryGetUri, id, terminatePostUri } = await begin('approval', 60_000);
  await post(`operate/${id!}/terminate`);
  expect(await until(statusQueryGetUri!, isOver)).toMatchObject({ runtimeStatus: 'Terminated', output: 'enough' });
  expect((await fetch(terminatePostUri!.replace('{text}', 'x'), { method: 'POST' })).status).toBe(410);
  expect((await post(`operate/${id!}/approve`)).status).toBe(200);
});

test('suspend holds events back until resume', async () => {
  const { statusQueryGetUri, id } = await begin('approval', 60_000);
  await post(`operate/${id!}/suspend`);
  await until(statusQueryGetUri!, ({ runtimeStatus }) => runtimeStatus === 'Suspended');
  await post(`operate/${id!}/approve`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await look(statusQueryGetUri!)).runtimeStatus).toBe('Suspended');
  await post(`operate/${id!}/resume`);
  expect((await until(statusQueryGetUri!, isOver)).output).toEqual([{ by: 'ada' }, 'NEXT']);
});

test('starting an id that is live is 409; one that has ended is replaced', async () => {
  const first = await post('start/approval/only-one', 60_000);
  expect(first.status).toBe(202);
  const second = await post('start/approval/only-one', 60_000);
  expect(await second.text()).toContain(
    '409. Details: {"Message":"An Orchestration instance with the status Running already exists."}',
  );
  await post('operate/only-one/terminate');
  const { statusQueryGetUri } = (await first.json()) as Record<string, string>;
  await until(statusQueryGetUri!, isOver);
  expect((await post('start/approval/only-one', 10)).status).toBe(202);
  expect((await until(statusQueryGetUri!, isOver)).output).toBe('too late');
});

test('what the API refuses', async () => {
  const api = `${app.origin}/runtime/webhooks/durabletask`;
  const status = async (path: string, init?: RequestInit) => (await fetch(`${api}/${path}`, init)).status;
  expect(await status('instances/absent')).toBe(404);
  expect(await status('instances/absent/terminate', { method: 'POST' })).toBe(404);
  expect(await status('orchestrators/absent', { method: 'POST' })).toBe(400);
  expect(await status('orchestrators/double', { method: 'POST' })).toBe(400);
  expect(await status('orchestrators/batches/@x', { method: 'POST' })).toBe(400);
  expect(await status('orchestrators/batches', { method: 'POST', body: '{' })).toBe(400);
});

test('purge forgets an instance that has ended and refuses a live one', async () => {
  const { statusQueryGetUri, purgeHistoryDeleteUri, id } = await begin('approval', 60_000);
  expect((await fetch(purgeHistoryDeleteUri!, { method: 'DELETE' })).status).toBe(412);
  await post(`operate/${id!}/terminate`);
  await until(statusQueryGetUri!, isOver);
  expect(await (await post(`operate/${id!}/purge`)).json()).toEqual({ instancesDeleted: 1 });
  expect((await fetch(statusQueryGetUri!)).status).toBe(404);
});

test('links without a request point at this host too, and all instances are listed', async () => {
  const links = (await (await post('operate/x/links')).json()) as Record<string, string>;
  expect(links['statusQueryGetUri']).toContain('/runtime/webhooks/durabletask/instances/x?');
  expect((await (await post('operate/x/list')).json()) as unknown[]).toContainEqual(
    expect.objectContaining({ name: 'batches' }),
  );
});

describe('with faults', () => {
  let faulty: RunningApp;
  beforeAll(async () => (faulty = await runApp('app', { runActivitiesTwice: true, failFirstAttemptOf: ['shout'] })));
  afterAll(() => faulty.stop());

  test('activities run twice, and a first attempt fails where asked', async () => {
    const wait = async (name: string, input: unknown) =>
      (await fetch(`${faulty.origin}/api/wait/${name}`, { method: 'POST', body: JSON.stringify(input) })).json();
    expect(await wait('batches', [1, 2])).toEqual([2, 4]);
    expect((await ran(faulty)).toSorted()).toEqual([1, 1, 2, 2]);
    expect(await wait('retry', { name: 'shout', attempts: 2 })).toEqual(['A', 2]);
    expect(await wait('retry', { name: 'shout', attempts: 1 })).toMatchObject({ runtimeStatus: 'Failed' });
  });
});
