import { toAdminApi } from './admin';
import { toDurableFunctions } from './durable/functions';
import { Hub } from './durable/hub';
import type { Faults } from './durable/hub';
import { toClientInput } from './durable/links';
import { toDurableApi, toStatus } from './durable/webhooks';
import { listen } from './httpServer';
import type { Answer } from './httpServer';
import { toHttpEndpoints } from './httpTrigger';
import type { Run } from './httpTrigger';
import { invoke } from './invoke';
import type { Inputs } from './invoke';
import { loadApp } from './loadApp';
import type { LoadedApp } from './loadApp';
import { ArmedTimer, toSchedule } from './timers';
import type { Log, TypedData } from './wire';
import { runHooks } from './worker';
import type { RegisteredFunction } from './worker';

/** What to run, and where. */
export interface HostOptions {
  /** Folder of the built app: the one with `package.json` and `host.json`. */
  readonly appRoot: string;
  /** Port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  /** App settings, added to the environment of the process before the app is loaded. */
  readonly env?: Readonly<Record<string, string>>;
  readonly log?: Log;
  readonly faults?: Faults;
}

/** A host that runs. */
export interface Host {
  readonly origin: string;
  readonly functions: readonly { readonly name: string; readonly type: string }[];
  /** Fires a timer function by hand; rejects when it fails or when no timer has that name. */
  invokeTimer(name: string, isPastDue?: boolean): Promise<void>;
  /** The orchestrations, for tests; the status is the one of the HTTP API. */
  readonly durable: { status(id: string): OrchestrationStatus | undefined; list(): readonly OrchestrationStatus[] };
  close(): Promise<void>;
}

/** The status of an orchestration as the HTTP API shows it. */
export type OrchestrationStatus = ReturnType<typeof toStatus>;

/**
 * Runs a built Functions app without Azure: HTTP and timer triggers, and durable orchestrations in memory.
 * `authLevel` is accepted and shown but no key is asked for, as with the local Functions tools: the host is bound to
 * 127.0.0.1. Functions with other triggers load and are listed, and never fire. One app per process, once: run further
 * ones in a child process with `main.ts`.
 * @throws what `loadApp` throws, and on a route or schedule that cannot be read.
 */
export async function startHost({
  appRoot,
  port = 0,
  env = {},
  log = () => undefined,
  faults = {},
}: HostOptions): Promise<Host> {
  Object.assign(process.env, env);
  const app = await loadApp(appRoot, log);
  const { functions } = app.registry;
  let origin = '';
  const run = toRun(app, log, () => origin);
  const hub = new Hub(toDurableFunctions(functions, run), app.settings.maxConcurrentActivityFunctions, faults);
  const timers = armTimers(functions, run);
  const server = await listen(port, toAnswer(app, hub, timers, run));
  ({ origin } = server);
  // durable-functions hands out links of localhost:7071 unless the host says where it is.
  process.env['WEBSITE_HOSTNAME'] = new URL(origin).host;
  fireOnStartup(functions, timers);
  return {
    origin,
    functions: [...functions.values()].map((fn) => ({ name: fn.metadata.name, type: fn.trigger.type })),
    invokeTimer: async (name, isPastDue) => {
      const timer = timers.get(name);
      if (timer === undefined) throw new Error(`No timer function is named ${name}.`);
      await timer.fire(isPastDue);
    },
    durable: toView(hub),
    close: async () => {
      timers.forEach((timer) => timer.stop());
      hub.close();
      await server.close();
      await runHooks(app.registry, 'appTerminate', app.hookContext);
    },
  };
}

function toView(hub: Hub): Host['durable'] {
  const list = (): readonly OrchestrationStatus[] => hub.list().map((instance) => toStatus(instance, true));
  return { list, status: (id) => list().find(({ instanceId }) => instanceId === id) };
}

/** Runs a function with its trigger and its durable clients, and writes a failure to the log. */
function toRun(app: LoadedApp, log: Log, origin: () => string): Run {
  return async (fn, trigger) => {
    try {
      return await invoke(app, fn, toInputs(fn, trigger, toClientInput(origin(), app.settings.hubName)));
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      log({ level: 'error', category: 'system', functionName: fn.metadata.name, message });
      throw error;
    }
  };
}

function toInputs(fn: RegisteredFunction, trigger: TypedData, client: string): Inputs {
  const clients = Object.entries(fn.metadata.bindings).filter(
    ([, { type }]) => type === 'durableClient' || type === 'orchestrationClient',
  );
  return { [fn.triggerName]: trigger, ...Object.fromEntries(clients.map(([name]) => [name, { string: client }])) };
}

function armTimers(functions: ReadonlyMap<string, RegisteredFunction>, run: Run): ReadonlyMap<string, ArmedTimer> {
  const timers = [...functions].filter(([, fn]) => fn.trigger.type === 'timerTrigger');
  return new Map(
    timers.map(([name, fn]) => {
      const fire = async (trigger: TypedData): Promise<void> => {
        await run(fn, trigger);
      };
      return [name, new ArmedTimer(toSchedule(String(fn.trigger['schedule']), process.env), fire)];
    }),
  );
}

function fireOnStartup(
  functions: ReadonlyMap<string, RegisteredFunction>,
  timers: ReadonlyMap<string, ArmedTimer>,
): void {
  for (const [name, timer] of timers) {
    if (functions.get(name)?.trigger['runOnStartup'] === true) timer.fire().catch(() => undefined);
  }
}

function toAnswer(app: LoadedApp, hub: Hub, timers: ReadonlyMap<string, ArmedTimer>, run: Run): Answer {
  const durable = toDurableApi(hub, app.settings.hubName);
  const admin = toAdminApi(app.registry.functions, timers);
  const endpoints = toHttpEndpoints(app.registry.functions.values(), app.settings.routePrefix, run);
  return async (question) => durable(question) ?? admin(question) ?? (await endpoints(question)) ?? { status: 404 };
}
