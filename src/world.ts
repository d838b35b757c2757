import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { TokenCredential } from '@azure/core-auth';
import { createDefaultHttpClient } from '@azure/core-rest-pipeline';
import { DefaultAzureCredential } from '@azure/identity';
import PQueue from 'p-queue';
import { openReading, type Reading } from './reading';
import type { Settings } from './config';
import type { Rule } from './model/rule';
import type { RunHeader } from './model/run';
import type { Clock } from './collect/clock';
import { signIn } from './collect/signIn';
import { loopbackHttpClient, secureEndpoint } from './collect/loopback';
import { openWebhook, publicAgent, type Sent, type Webhook } from './notify';
import rules from './rules';
import { MemoryTables, openAzureTables, openStore, startAzurite, type Store, type Tables } from './store';

/** What starts an audit: where, and by whom. */
export interface AuditRequest {
  readonly scopes: readonly string[];
  readonly trigger: RunHeader['trigger'];
  /** When the schedule wanted it, of an audit that the schedule started. */
  readonly dueAt?: string;
}

/** Everything outside: Azure, the store, Teams, the clock and chance. The steps of an audit know nothing else. */
export interface World extends Reading {
  readonly settings: Settings;
  readonly rules: readonly Rule[];
  readonly store: Store;
  readonly now: () => string;
  readonly newRunId: (takenAt: string) => string;
  /** Signs in for Azure and for Graph. @throws SignInFailed */
  signIn(): Promise<void>;
  /** A name for one delivery, among all that may deliver cards of the same store. */
  readonly newSender: () => string;
  /** False for a delivery whose process was on this machine and is gone; true wherever nobody can tell. */
  isAlive(sender: string): boolean;
  /** Posts a finished card to the channel of a route; undefined when it has no webhook. */
  send(route: string, message: unknown): Promise<Sent | undefined>;
  /** Runs `work` over `all` with bounded concurrency; results in the order given. */
  inParallel<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]>;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** Keep nothing: history in memory, gone with the process. */
  readonly forget?: boolean;
  /** Folder of the embedded store where `AISPM_STORAGE` is empty. */
  readonly folder?: string;
  /** Where history is kept, in place of what the settings name; they stay open at `close`. */
  readonly tables?: Tables;
  /** Time and chance of the reads; this machine's when absent. */
  readonly readsBy?: Clock;
  /** What time it is, ISO 8601 UTC; this machine's clock when absent. */
  readonly now?: () => string;
  /** How the wait before another post is spent; real time when absent. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** Said once where a reader should know, such as that nothing is kept. */
  readonly tell?: (line: string) => void;
}

/** Units read at the same time; the limiter of the reads bounds the requests. */
const unitsAtOnce = 16;

/** The identity the app runs as: `DefaultAzureCredential`, nothing of our own. A loopback authority is for a custom cloud only. */
export function openCredential({ cloud, cloudName }: Settings): TokenCredential {
  const endpoints = [cloud.arm, cloud.graph, cloud.authority];
  return new DefaultAzureCredential({
    authorityHost: secureEndpoint(cloud.authority),
    ...(cloudName === 'custom' ? { disableInstanceDiscovery: true, httpClient: loopbackHttpClient(endpoints) } : {}),
  });
}

interface Kept {
  readonly tables: Tables;
  readonly close: () => Promise<void>;
}

async function openTables(settings: Settings, credential: TokenCredential, options: WorldOptions): Promise<Kept> {
  const nothing = (): Promise<void> => Promise.resolve();
  if (options.tables) return { tables: options.tables, close: nothing };
  if (options.forget) return { tables: new MemoryTables(), close: nothing };
  if (settings.storage) return { tables: openAzureTables(settings.storage, credential), close: nothing };
  const azurite = await startAzurite({ dir: options.folder ?? '.aispm' });
  if (azurite) return { tables: openAzureTables(azurite.connectionString), close: () => azurite.close() };
  options.tell?.(
    'AISPM_STORAGE is empty and Azurite is not installed: nothing is kept, and there is no earlier run to compare with.',
  );
  return { tables: new MemoryTables(), close: nothing };
}

const pause = (milliseconds: number): Promise<void> => wait(milliseconds);

/** One webhook a route. Loopback is for a custom cloud only, so everywhere else a private address is refused. */
function openSending({ webhooks, cloudName }: Settings, { sleep = pause }: WorldOptions): World['send'] {
  const agent = cloudName === 'custom' ? undefined : publicAgent();
  const open = (url: string): Webhook =>
    openWebhook({
      ...{ httpClient: createDefaultHttpClient(), url, agent },
      sleep,
      now: () => Date.now(),
    });
  const opened = new Map(Object.entries(webhooks).map(([route, url]) => [route, open(url)]));
  return async (route, message) => opened.get(route)?.(message);
}

/** Asks the kernel with signal 0, which sends nothing. */
function isAlive(sender: string): boolean {
  const [host = '', pid = ''] = sender.split(' ');
  if (host !== hostname()) return true;
  try {
    return process.kill(Number(pid), 0);
  } catch (error) {
    return (error as { code?: unknown }).code !== 'ESRCH';
  }
}

/** Opens the real doors once: credential, Azure, tables, webhook. Nothing is asked of Azure before the first read. */
export async function openWorld(settings: Settings, options: WorldOptions = {}): Promise<World> {
  const credential = openCredential(settings);
  const { tables, close } = await openTables(settings, credential, options);
  const { now = (): string => new Date().toISOString() } = options;
  const store = openStore({ tables, now });
  return {
    settings,
    rules,
    store,
    now,
    newRunId: (takenAt) => `${takenAt.slice(0, 19).replaceAll(':', '-')}Z-${randomBytes(3).toString('hex')}`,
    ...openReading(settings, credential, (unit, hash) => store.loadPart(unit, hash), options.readsBy),
    signIn: async () => {
      await signIn(credential, settings.cloud.armAudience);
      await signIn(credential, settings.cloud.graphAudience);
    },
    newSender: () => [hostname(), process.pid, randomBytes(4).toString('hex')].join(' '),
    isAlive,
    send: openSending(settings, options),
    inParallel: (all, work) => {
      const queue = new PQueue({ concurrency: unitsAtOnce });
      return Promise.all(all.map((one) => queue.add(() => work(one))));
    },
    close,
  };
}
