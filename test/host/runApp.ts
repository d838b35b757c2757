import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Faults } from '../../src/host/durable/hub';

const root = join(__dirname, '..', '..');

/** A host in a process of its own. */
export interface RunningApp {
  readonly origin: string;
  readonly functions: readonly { readonly name: string; readonly type: string }[];
  stop(): Promise<void>;
}

/** Runs a fixture app by `src/host/main.ts` in a child process; rejects with what it wrote to standard error when it ends early. */
export async function runApp(fixture: string, faults: Faults = {}): Promise<RunningApp> {
  const args = [
    '--import',
    'tsx',
    join(root, 'src/host/main.ts'),
    join(__dirname, 'fixture', fixture),
    '0',
    JSON.stringify(faults),
  ];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, NIGHTLY: '0 0 6 * * *' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ready = once(createInterface(child.stdout), 'line') as Promise<[string]>;
  const ended = once(child, 'close').then(() => undefined);
  const line = await Promise.race([ready, ended]);
  if (line === undefined) throw new Error(errors.trim());
  return { ...(JSON.parse(line[0]) as Omit<RunningApp, 'stop'>), stop: () => stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}
