import type { Run } from '../httpTrigger';
import type { TypedData } from '../wire';
import type { RegisteredFunction } from '../worker';
import type { DurableFunctions } from './hub';
import { toFailedState, toResult, toState } from './protocol';

/** Offers the orchestrators and activities of an app to the hub. */
export function toDurableFunctions(functions: ReadonlyMap<string, RegisteredFunction>, run: Run): DurableFunctions {
  const find = (name: string, type: string): RegisteredFunction | undefined => {
    const fn = functions.get(name);
    return fn?.trigger.type === type ? fn : undefined;
  };
  const call = async (name: string, type: string, trigger: string): Promise<TypedData | undefined> => {
    const fn = find(name, type);
    if (fn === undefined) throw new Error(`The function '${name}' doesn't exist, is disabled, or has another trigger.`);
    return run(fn, { string: trigger });
  };
  return {
    isOrchestrator: (name) => find(name, 'orchestrationTrigger') !== undefined,
    replay: (name, trigger) => call(name, 'orchestrationTrigger', trigger).then(toState, toFailedState),
    runActivity: (name, input) => call(name, 'activityTrigger', input).then(toResult),
  };
}
