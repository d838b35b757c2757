import type { TypedData } from '../wire';

/** The numbers of the actions that an orchestrator may ask for, as durable-functions 3.5 sends them. */
export const actionType = {
  callActivity: 0,
  callActivityWithRetry: 1,
  callSubOrchestrator: 2,
  callSubOrchestratorWithRetry: 3,
  continueAsNew: 4,
  createTimer: 5,
  waitForExternalEvent: 6,
  whenAny: 11,
  whenAll: 12,
} as const;

/** How often and how fast a task is tried again; delays in milliseconds. */
export interface RetryOptions {
  readonly firstRetryIntervalInMilliseconds: number;
  readonly maxNumberOfAttempts: number;
  readonly backoffCoefficient?: number;
  readonly maxRetryIntervalInMilliseconds?: number;
}

/** One action of an orchestrator; compound ones nest. */
export interface Action {
  readonly actionType: number;
  readonly functionName?: string;
  /** For activities and continueAsNew the library encodes strings as JSON already. */
  readonly input?: unknown;
  readonly instanceId?: string;
  readonly fireAt?: string;
  readonly isCanceled?: boolean;
  readonly externalEventName?: string;
  readonly retryOptions?: RetryOptions;
  readonly compoundActions?: readonly Action[];
}

/** What one replay of an orchestrator returns: every action since its start, and how it ended if it did. */
export interface OrchestratorState {
  readonly isDone: boolean;
  readonly actions: readonly (readonly Action[])[];
  readonly output?: unknown;
  readonly error?: string;
  readonly customStatus?: unknown;
}

const marker = '\n\n$OutOfProcData$:';

/** Reads the state that an orchestrator returned. */
export function toState(returned: TypedData | undefined): OrchestratorState {
  return JSON.parse(returned?.json ?? returned?.string ?? '{"isDone":false,"actions":[]}') as OrchestratorState;
}

/** Reads the state that a failing orchestrator carries in its error; an error without one fails it as it is. */
export function toFailedState(error: unknown): OrchestratorState {
  const message = error instanceof Error ? error.message : String(error);
  const at = message.indexOf(marker);
  if (at < 0) return { isDone: false, actions: [[]], error: message };
  const state = JSON.parse(message.slice(at + marker.length)) as OrchestratorState;
  return { ...state, error: state.error ?? 'The orchestrator threw an error without a message.' };
}

/** Encodes what an activity returned as the JSON text that history keeps; bytes become base64. */
export function toResult(returned: TypedData | undefined): string {
  const { json, bytes, string, int, double } = returned ?? {};
  if (json !== undefined) return json;
  const values = [string, int, double, bytes && Buffer.from(bytes).toString('base64')];
  return JSON.stringify(values.find((value) => value !== undefined) ?? null);
}

/** Encodes the input of an activity or of the next generation: text is JSON already. */
export function toEncodedInput(input: unknown): string {
  return typeof input === 'string' ? input : JSON.stringify(input ?? null);
}
