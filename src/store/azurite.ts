import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { evict, holderOf, isAlive, releaseFolder, takeFolder, updateHolder, type Holder } from './azuriteHolder';

/** A running table service. `close` ends it when this process started it, and waits until its files are written. */
export interface Azurite {
  readonly connectionString: string;
  close(): Promise<void>;
}

export interface AzuriteOptions {
  /** Folder of its files; made when it is not there. */
  readonly dir: string;
  /** Takes one line of what Azurite says. */
  readonly log?: (line: string) => void;
}

const account = 'aispm';
const patience = 30_000;

// When our process ends in any way, the channel closes and Azurite writes its files and ends: it outlives nobody.
const entry = `process.once('disconnect', () => process.emit('SIGINT')); require(process.argv[1]);`;

function findAzurite(): string | undefined {
  try {
    return require.resolve('azurite/dist/src/table/main.js');
  } catch {
    return undefined;
  }
}

const toConnectionString = ({ port, key }: Holder): string =>
  `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key};TableEndpoint=http://127.0.0.1:${port}/${account};`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

function launch(program: string, dir: string, { port, key }: Holder, log: (line: string) => void): ChildProcess {
  const flags = ['--tableHost', '127.0.0.1', '--tablePort', String(port), '--location', dir];
  const switches = ['--silent', '--skipApiVersionCheck', '--disableTelemetry'];
  // In a group of its own: Ctrl+C is for us to answer, and we may still be writing.
  const child = spawn(process.execPath, ['-e', entry, '--', program, ...flags, ...switches], {
    env: { ...process.env, AZURITE_ACCOUNTS: `${account}:${key}` },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
    windowsHide: true,
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes: Buffer) => {
      for (const line of bytes.toString('utf8').split('\n')) if (line.trim()) log(line.trimEnd());
    });
  return child;
}

async function untilAnswering(child: ChildProcess, port: number): Promise<void> {
  const end = Date.now() + patience;
  while (child.exitCode === null && Date.now() < end) {
    if (await answers(port)) return;
    await delay(50);
  }
  child.kill('SIGKILL');
  throw new Error(`Azurite did not start on port ${port} within ${patience / 1000} seconds.`);
}

/** Nothing of ours keeps a process alive that has nothing else to do. */
function unref(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  for (const stream of [child.stdout, child.stderr]) (stream as { unref?: () => void } | null)?.unref?.();
}

async function closeChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  const ended = once(child, 'exit');
  const force = setTimeout(() => child.kill('SIGKILL'), patience);
  if (child.connected) child.disconnect();
  await ended;
  clearTimeout(force);
}

async function start(program: string, dir: string, log: (line: string) => void): Promise<Azurite> {
  const holder: Holder = {
    owner: process.pid,
    server: 0,
    port: await freePort(),
    key: randomBytes(64).toString('base64'),
  };
  const child = launch(program, dir, holder, log);
  try {
    await updateHolder(dir, { ...holder, server: child.pid ?? 0 });
    await untilAnswering(child, holder.port);
  } catch (error) {
    child.kill('SIGKILL');
    await releaseFolder(dir);
    throw error;
  }
  unref(child);
  return {
    connectionString: toConnectionString(holder),
    close: async () => {
      await closeChild(child);
      await releaseFolder(dir);
    },
  };
}

const isGone = (holder: Holder): boolean => !isAlive(holder.owner) && !isAlive(holder.server);

/** The Azurite that another process started on this folder; undefined when that one is gone and the folder is free. */
async function join(dir: string): Promise<Azurite | undefined> {
  const end = Date.now() + patience;
  let holder = await holderOf(dir);
  // An owner that is alive may be about to answer; the Azurite of one that is gone still writes its files.
  while (holder && !isGone(holder)) {
    if (isAlive(holder.owner) && holder.port > 0 && (await answers(holder.port)))
      return { connectionString: toConnectionString(holder), close: () => Promise.resolve() };
    if (Date.now() > end) throw heldBy(dir, holder);
    await delay(100);
    holder = await holderOf(dir);
  }
  if (holder) await evict(dir, holder);
  return undefined;
}

const heldBy = (dir: string, { owner, server }: Holder): Error =>
  new Error(
    `${dir} is held by process ${owner}, whose Azurite (process ${server}) does not answer. End that process, or choose another folder.`,
  );

/**
 * Starts Azurite's table service on a free loopback port with a key of its own, its files in `dir`; a second process on the same
 * folder joins the first one's, which ends with the first. Undefined when the package `azurite` is not installed.
 *
 * What lasts: Azurite keeps everything in memory and writes its file every five seconds and when it ends. It runs as a process of its
 * own that ends when ours does, so `kill -9` of ours loses nothing that was answered. If Azurite itself is killed, or the machine
 * stops, up to five seconds of answered writes are lost, a committed run among them; the file is replaced whole, so the state before
 * stays readable. It does not promise more, and it is slow beyond some hundred megabytes: a company keeps its history in Azure.
 */
export async function startAzurite({ dir, log = () => undefined }: AzuriteOptions): Promise<Azurite | undefined> {
  const program = findAzurite();
  if (!program) return undefined;
  await mkdir(dir, { recursive: true });
  for (;;) {
    if (await takeFolder(dir)) return start(program, dir, log);
    const running = await join(dir);
    if (running) return running;
  }
}
