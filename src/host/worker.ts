import Module from 'node:module';
import type {
  Binding,
  FunctionCallback,
  FunctionMetadata,
  HookCallback,
  HookName,
  Log,
  LogLevel,
  LogLine,
  ProgrammingModel,
} from './wire';

/** A function as the app registered it. */
export interface RegisteredFunction {
  readonly metadata: FunctionMetadata;
  readonly callback: FunctionCallback;
  /** Name of the trigger's binding, under which its input travels. */
  readonly triggerName: string;
  readonly trigger: Binding;
}

/** What the app has registered so far, and what its hooks share. */
export interface Registry {
  readonly functions: Map<string, RegisteredFunction>;
  readonly hooks: Map<HookName, HookCallback[]>;
  readonly appHookData: object;
  readonly log: Log;
  model: ProgrammingModel | undefined;
  /** Set when loading is over: registering later throws, as in the real worker. */
  locked: boolean;
}

const hookNames: readonly string[] = ['appStart', 'appTerminate', 'preInvocation', 'postInvocation', 'log'];
const coreModule = '@azure/functions-core';

/**
 * Offers `@azure/functions-core` to the app that is loaded next, and returns what it registers.
 * Call it before the first `app.*()` of the process: the library looks the module up once and remembers a failure.
 * The module exists nowhere on disk; it is answered by hooking `Module.prototype.require`, as the real worker does.
 */
export function installCore(log: Log): Registry {
  const registry: Registry = {
    functions: new Map(),
    hooks: new Map(),
    appHookData: {},
    log,
    model: undefined,
    locked: false,
  };
  const core = toCore(registry);
  const require = Reflect.get(Module.prototype, 'require') as NodeJS.Require;
  const answer = (target: NodeJS.Require, self: unknown, args: unknown[]): unknown =>
    args[0] === coreModule ? core : Reflect.apply(target, self, args as [string]);
  Reflect.set(Module.prototype, 'require', new Proxy(require, { apply: answer }));
  return registry;
}

/** Runs every hook of a name, in the order of registration; each may change `context`. */
export async function runHooks(registry: Registry, name: HookName, context: object): Promise<void> {
  for (const hook of registry.hooks.get(name) ?? []) await hook(context);
}

function toCore(registry: Registry): object {
  return {
    version: '3.9.1',
    hostVersion: '4.1000.0',
    Disposable,
    setProgrammingModel: (model: ProgrammingModel) => {
      registry.model = model;
    },
    getProgrammingModel: () => registry.model,
    registerFunction: (metadata: FunctionMetadata, callback: FunctionCallback) =>
      register(registry, metadata, callback),
    registerHook: (name: string, callback: HookCallback) => addHook(registry, name, callback),
    log: (level: LogLevel, category: LogLine['category'], message: string) =>
      registry.log({ level, category, message }),
  };
}

function register(registry: Registry, metadata: FunctionMetadata, callback: FunctionCallback): Disposable {
  const { name, bindings } = metadata;
  if (registry.locked) throw new Error(`Function "${name}" was registered after the app had started.`);
  if (registry.functions.has(name)) throw new Error(`Function "${name}" is registered twice.`);
  const trigger = Object.entries(bindings).find(([, binding]) => /trigger$/i.test(binding.type));
  if (trigger === undefined) throw new Error(`Function "${name}" has no trigger.`);
  registry.functions.set(name, { metadata, callback, triggerName: trigger[0], trigger: trigger[1] });
  return new Disposable(() => registry.functions.delete(name));
}

function addHook(registry: Registry, name: string, callback: HookCallback): Disposable {
  if (!hookNames.includes(name))
    throw Object.assign(new RangeError(`Unknown hook "${name}".`), { isAzureFunctionsSystemError: true });
  const hooks = registry.hooks.get(name as HookName) ?? [];
  registry.hooks.set(name as HookName, [...hooks, callback]);
  return new Disposable(() =>
    registry.hooks.set(
      name as HookName,
      (registry.hooks.get(name as HookName) ?? []).filter((one) => one !== callback),
    ),
  );
}

class Disposable {
  readonly dispose: () => void;
  constructor(undo: () => unknown) {
    this.dispose = () => void undo();
  }
}
