import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Faults } from '../../src/host/durable/hub';
import type { BuiltApp } from './app';

export type Env = Readonly<Record<string, string>>;

/** A process that has ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process that runs; `ended` never rejects. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** The first line on standard output; rejects with standard error when the process ends without one. */
  readonly firstLine: Promise<string>;
  /** What it wrote to standard error so far. */
  readonly errors: () => string;
}

// Only what a process needs: a setting of this machine must not decide a test.
const bare = ({ root }: BuiltApp): Env => ({
  PATH: process.env['PATH'] ?? '',
  HOME: root,
  NODE_COMPILE_CACHE: join(root, 'cache'),
});

function start(app: BuiltApp, script: string, args: readonly string[], env: Env, cwd: string): Running {
  const child = spawn(process.execPath, [join(app.root, 'dist/src', script), ...args], {
    cwd,
    env: { ...bare(app), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = (once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>).then(([code, signal]) => ({
    ...{ code, signal, stdout, stderr },
  }));
  const line = once(createInterface(child.stdout), 'line') as Promise<[string]>;
  const firstLine = Promise.race([line, ended]).then((first) => {
    if (Array.isArray(first)) return first[0];
    throw new Error(first.stderr);
  });
  firstLine.catch(() => undefined);
  return { child, ended, firstLine, errors: () => stderr };
}

/** Starts the command line in the folder `cwd`. */
export const startCommand = (app: BuiltApp, args: readonly string[], env: Env, cwd = app.root): Running =>
  start(app, 'bin.js', args, env, cwd);

/** Runs the command line to its end. */
export const runCommand = (app: BuiltApp, args: readonly string[], env: Env, cwd = app.root): Promise<Ended> =>
  startCommand(app, args, env, cwd).ended;

/** A host that serves the app. */
export interface RunningHost {
  readonly origin: string;
  readonly functions: readonly { readonly name: string; readonly type: string }[];
  /** Its log so far. */
  readonly log: () => string;
  stop(): Promise<Ended>;
}

/** Serves the app's functions by the host in a process of its own. */
export async function runHost(app: BuiltApp, env: Env, faults: Faults = {}): Promise<RunningHost> {
  const { child, ended, firstLine, errors } = start(
    app,
    'host/main.js',
    [app.root, '0', JSON.stringify(faults)],
    env,
    app.root,
  );
  const stop = (): Promise<Ended> => {
    child.kill('SIGTERM');
    return ended;
  };
  const told = JSON.parse(await firstLine) as Pick<RunningHost, 'origin' | 'functions'>;
  return { ...told, log: errors, stop };
}
