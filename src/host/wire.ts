/**
 * The messages between a Functions host and `@azure/functions`, as far as this host speaks them.
 * Source: the programming model of `@azure/functions` 4.16, whose `@azure/functions-core` is provided by the worker.
 */

/** A value on the worker's wire; exactly one property is set. */
export interface TypedData {
  readonly string?: string;
  readonly json?: string;
  readonly bytes?: Uint8Array;
  readonly int?: number;
  readonly double?: number;
  readonly http?: RpcHttp;
}

/** An HTTP request or response on the worker's wire. `statusCode` is text; cookies travel apart from headers. */
export interface RpcHttp {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: TypedData | null;
  readonly statusCode?: string;
  readonly cookies?: readonly RpcCookie[];
}

/** A value that may be unset: the worker wraps it, so that an empty one can be told from none. */
export interface Nullable<T> {
  readonly value?: T;
}

/** A cookie of a response. */
export interface RpcCookie {
  readonly name: string;
  readonly value: string;
  readonly domain?: Nullable<string>;
  readonly path?: Nullable<string>;
  readonly expires?: Nullable<{ readonly seconds: number }>;
  readonly secure?: Nullable<boolean>;
  readonly httpOnly?: Nullable<boolean>;
  readonly sameSite?: 'none' | 'lax' | 'strict' | 'explicitNone';
  readonly maxAge?: Nullable<number>;
}

/** One binding of a function: its type, direction and whatever options the app gave. */
export interface Binding {
  readonly type: string;
  readonly direction?: string;
  readonly [option: string]: unknown;
}

/** What an app says about a function when it registers it. */
export interface FunctionMetadata {
  readonly name: string;
  readonly bindings: Readonly<Record<string, Binding>>;
}

/** A handler as the app wrote it. */
export type FunctionCallback = (...inputs: unknown[]) => unknown;

/** The moments of a life cycle at which an app may hook in. */
export type HookName = 'appStart' | 'appTerminate' | 'preInvocation' | 'postInvocation' | 'log';

/** A hook of the app; its context is changed in place. */
export type HookCallback = (context: object) => unknown;

/** Severity of a line, as the worker names it. */
export type LogLevel = 'trace' | 'debug' | 'information' | 'warning' | 'error' | 'critical' | 'none';

/** One line of log: by the app (`user`) or by the library and this host (`system`). */
export interface LogLine {
  readonly level: LogLevel;
  readonly category: 'user' | 'system';
  readonly functionName?: string;
  readonly message: string;
}

/** Receives every line of log. */
export type Log = (line: LogLine) => void;

/** The context of one invocation that the host hands to the library; `state` moves with the phases. */
export interface CoreContext {
  readonly invocationId: string;
  readonly metadata: FunctionMetadata;
  readonly request: {
    readonly invocationId: string;
    readonly functionId: string;
    readonly inputData: readonly { readonly name: string; readonly data: TypedData }[];
    readonly triggerMetadata: Readonly<Record<string, TypedData>>;
  };
  state: 'preInvocationHooks' | 'invocation' | 'postInvocationHooks' | undefined;
  log(level: LogLevel, category: LogLine['category'], message: string): void;
}

/** What the library does for one invocation. */
export interface InvocationModel {
  getArguments(): Promise<{ context: object; inputs: unknown[] }>;
  invokeFunction(context: object, inputs: unknown[], callback: FunctionCallback): Promise<unknown>;
  getResponse(context: object, result: unknown): Promise<{ readonly returnValue?: TypedData | null }>;
}

/** The programming model that the library registers. */
export interface ProgrammingModel {
  readonly name: string;
  readonly version: string;
  getCapabilities(capabilities: object): Promise<Readonly<Record<string, string>>>;
  getInvocationModel(context: CoreContext): InvocationModel;
}
