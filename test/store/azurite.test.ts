import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAzureTables, openStore, startAzurite, type Azurite, type Store } from '../../src/store';
import { alert, header, record } from './records';

let dir: string;
const children: ChildProcess[] = [];

async function killed(child: ChildProcess): Promise<void> {
  if (child.signalCode !== null || child.exitCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'aispm-azurite-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) await killed(child);
  await rm(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
});

const started = async (): Promise<Azurite> => {
  const azurite = await startAzurite({ dir });
  if (!azurite) throw new Error('The package azurite is not installed.');
  return azurite;
};
const storeOf = ({ connectionString }: Azurite): Store => openStore({ tables: openAzureTables(connectionString) });

/** A process that starts Azurite, commits one run, says so and waits. */
async function committing(): Promise<ChildProcess> {
  const child = fork(join(__dirname, 'committing.ts'), [dir], { execArgv: ['--import', 'tsx'] });
  children.push(child);
  await once(child, 'message');
  return child;
}

test('what was written is there after a restart', async () => {
  const first = await started();
  // The note holds the key: it is for its user alone.
  expect((await stat(join(dir, 'azurite.json'))).mode & 0o077).toBe(0);
  const store = storeOf(first);
  const hash = await store.saveUnit(record('u', ['a']));
  await store.commit(header('r1', 1, '', { u: hash }), [alert('r1', 'x')], '');
  await first.close();
  const second = await started();
  expect((await storeOf(second).loadRun('r1'))?.resources).toHaveLength(1);
  expect(await storeOf(second).waiting()).toHaveLength(1);
  await second.close();
}, 120_000);

test('a second process on the same folder joins; kill -9 of the first loses nothing', async () => {
  const first = await committing();
  const joined = await started();
  expect((await storeOf(joined).header('latest'))?.id).toBe('r1');
  await joined.close();
  expect((await storeOf(joined).header('latest'))?.id).toBe('r1');
  await killed(first);
  const next = await started();
  expect((await storeOf(next).list()).map((run) => run.id)).toEqual(['r1']);
  await next.close();
}, 120_000);

test('a note that cannot be read is named', async () => {
  await writeFile(join(dir, 'azurite.json'), '{"own');
  await expect(startAzurite({ dir })).rejects.toThrow('azurite.json cannot be read');
});
