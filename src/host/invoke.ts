import { randomUUID } from 'node:crypto';
import type { LoadedApp } from './loadApp';
import type { CoreContext, TypedData } from './wire';
import { runHooks } from './worker';
import type { RegisteredFunction } from './worker';

/** The inputs of one invocation, by binding name. */
export type Inputs = Readonly<Record<string, TypedData>>;

/**
 * Runs one function through the library's invocation model and the app's hooks; resolves to its return value on the wire.
 * @throws what the handler threw, or what a post-invocation hook left in its place.
 */
export async function invoke(app: LoadedApp, fn: RegisteredFunction, inputs: Inputs): Promise<TypedData | undefined> {
  const core = toCoreContext(app, fn, inputs);
  const model = app.model.getInvocationModel(core);
  const { context, inputs: args } = await model.getArguments();
  const shared = { hookData: {}, appHookData: app.registry.appHookData, invocationContext: context };

  core.state = 'preInvocationHooks';
  const pre = { ...shared, inputs: args, functionCallback: fn.callback };
  await runHooks(app.registry, 'preInvocation', pre);

  core.state = 'invocation';
  const outcome = await model.invokeFunction(context, pre.inputs, pre.functionCallback).then(
    (result) => ({ result, error: undefined as unknown }),
    (error: unknown) => ({ result: undefined as unknown, error: error ?? new Error('The function threw nothing.') }),
  );

  core.state = 'postInvocationHooks';
  const post = { ...shared, inputs: pre.inputs, ...outcome };
  await runHooks(app.registry, 'postInvocation', post);
  if (post.error !== undefined && post.error !== null) throw toError(post.error);
  const { returnValue } = await model.getResponse(context, post.result);
  return returnValue ?? undefined;
}

function toCoreContext(app: LoadedApp, fn: RegisteredFunction, inputs: Inputs): CoreContext {
  const invocationId = randomUUID();
  const functionName = fn.metadata.name;
  return {
    invocationId,
    metadata: fn.metadata,
    request: {
      invocationId,
      functionId: functionName,
      inputData: Object.entries(inputs).map(([name, data]) => ({ name, data })),
      triggerMetadata: {},
    },
    state: undefined,
    log: (level, category, message) => app.registry.log({ level, category, functionName, message }),
  };
}

function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(typeof thrown === 'string' ? thrown : JSON.stringify(thrown));
}
