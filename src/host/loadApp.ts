import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Log, ProgrammingModel } from './wire';
import { installCore, runHooks } from './worker';
import type { Registry } from './worker';

/** An app that is loaded and locked: its functions are known and may be invoked. */
export interface LoadedApp {
  readonly registry: Registry;
  readonly model: ProgrammingModel;
  readonly settings: HostSettings;
  /** The context of `appStart` and `appTerminate`. */
  readonly hookContext: object;
}

/** What this host reads of `host.json`; the defaults are those of Azure. */
export interface HostSettings {
  readonly routePrefix: string;
  readonly hubName: string;
  readonly maxConcurrentActivityFunctions: number;
}

let loaded: string | undefined;

/**
 * Loads a built app the way the real Node worker does: the files that `main` of its `package.json` matches, in order.
 * One app per process: registration is global in `@azure/functions` and cannot be undone.
 * @throws when `main` matches no file, when an entry file throws (named), when nothing registers, on a second call, and
 * when the app streams HTTP, which this host does not serve.
 */
export async function loadApp(root: string, log: Log): Promise<LoadedApp> {
  if (loaded !== undefined) throw new Error(`This process already runs the app in ${loaded}: one app per process.`);
  loaded = root;
  const settings = readSettings(root);
  const registry = installCore(log);
  const files = entryFiles(root);
  for (const file of files) loadEntry(root, file);
  const model = registry.model;
  if (model === undefined || registry.functions.size === 0)
    throw new Error(`No function is registered by: ${files.join(', ')}.`);
  const capabilities = await model.getCapabilities({});
  registry.locked = true;
  if ('HttpUri' in capabilities) throw new Error('enableHttpStream is not served by this host.');
  const hookContext = { hookData: {}, appHookData: registry.appHookData, functionAppDirectory: root };
  await runHooks(registry, 'appStart', hookContext);
  return { registry, model, settings, hookContext };
}

function entryFiles(root: string): readonly string[] {
  const { main } = readJson(join(root, 'package.json')) as { main?: unknown };
  if (typeof main !== 'string') throw new Error('package.json has no "main": the worker finds no entry file.');
  const files = globSync(main, { cwd: root }).sort();
  if (files.length === 0) throw new Error(`package.json "main" (${main}) matches no file: is the app built?`);
  return files;
}

function loadEntry(root: string, file: string): void {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the app is found at run time, and must pass Module.prototype.require
    require(join(root, file));
  } catch (cause) {
    throw new Error(
      `Entry file ${file} could not be loaded: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    );
  }
}

interface HostJson {
  readonly extensions?: {
    readonly http?: { readonly routePrefix?: string };
    readonly durableTask?: { readonly hubName?: string; readonly maxConcurrentActivityFunctions?: number };
  };
}

function readSettings(root: string): HostSettings {
  const { http, durableTask } = (readJson(join(root, 'host.json')) as HostJson).extensions ?? {};
  return {
    routePrefix: http?.routePrefix ?? 'api',
    hubName: durableTask?.hubName ?? 'TestHubName',
    maxConcurrentActivityFunctions: durableTask?.maxConcurrentActivityFunctions ?? 10,
  };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${relative('.', file)} is missing or not JSON.`, { cause });
  }
}
