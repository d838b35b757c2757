import { eventType, toEvent } from './history';
import type { EventFields, HistoryEvent } from './history';
import { actionType, toEncodedInput } from './protocol';
import type { OrchestratorState } from './protocol';
import { Schedule } from './schedule';
import type { Signal, Work } from './schedule';

/** The states of an orchestration, as the status endpoint names them. */
export type RuntimeStatus = 'Pending' | 'Running' | 'Suspended' | 'Completed' | 'Failed' | 'Terminated';

/** What an instance needs from the hub that keeps it. */
export interface Surroundings {
  /** Runs one turn of an orchestrator; never rejects. `trigger` is the JSON text of the trigger's input. */
  replay(name: string, trigger: string): Promise<OrchestratorState>;
  /** Begins work; its outcome comes back through `Instance.post` with the same generation. */
  begin(instance: Instance, work: Work, generation: number): void;
}

/** Where an instance comes from. */
export interface Origin {
  readonly id: string;
  readonly name: string;
  /** JSON text. */
  readonly input: string;
  readonly parent?: { readonly instance: Instance; readonly taskId: number; readonly generation: number };
}

interface Message {
  readonly type: number;
  readonly fields: EventFields;
  readonly generation: number | undefined;
}

const customStatusLimit = 16 * 1024;

/**
 * One orchestration. Messages are taken one at a time: each is one turn, and the whole history is replayed in it.
 * Like the extension it ends only when the last action that it waits for has ended.
 */
export class Instance {
  readonly origin: Origin;
  readonly createdAt = new Date();
  updatedAt = this.createdAt;
  status: RuntimeStatus = 'Pending';
  input: string;
  output: unknown = null;
  customStatus: unknown = null;
  history: HistoryEvent[] = [];
  readonly #surroundings: Surroundings;
  #schedule = new Schedule();
  #generation = 0;
  #inbox: Message[] = [];
  #busy = false;

  constructor(origin: Origin, surroundings: Surroundings) {
    this.origin = origin;
    this.input = origin.input;
    this.#surroundings = surroundings;
    this.#start();
  }

  get isOver(): boolean {
    return this.status === 'Completed' || this.status === 'Failed' || this.status === 'Terminated';
  }

  /** Queues a message. One of an older generation, from before a continueAsNew, is dropped when its turn comes. */
  post(type: number, fields: EventFields = {}, generation?: number): void {
    this.#inbox.push({ type, fields, generation });
    void this.#pump();
  }

  #start(): void {
    this.post(eventType.executionStarted, { Name: this.origin.name, Input: this.input }, this.#generation);
  }

  async #pump(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let message = this.#take(); message !== undefined; message = this.#take()) await this.#turn(message);
    this.#busy = false;
  }

  /** While suspended only a resume or a termination is taken; the rest waits in its order. */
  #take(): Message | undefined {
    if (this.isOver) return undefined;
    const taken: readonly number[] = [eventType.executionResumed, eventType.executionTerminated];
    const index = this.status === 'Suspended' ? this.#inbox.findIndex(({ type }) => taken.includes(type)) : 0;
    return index < 0 ? undefined : this.#inbox.splice(index, 1)[0];
  }

  async #turn({ type, fields, generation }: Message): Promise<void> {
    if (generation !== undefined && generation !== this.#generation) return;
    // A timer may ring a millisecond early; the orchestrator must never see it before its time.
    const now = new Date(Math.max(Date.now(), Date.parse(fields.FireAt ?? '') || 0));
    const event = toEvent(type, now, fields);
    this.updatedAt = now;
    if (type === eventType.executionTerminated) this.#end('Terminated', fields.Reason, event);
    else if (type === eventType.executionSuspended) this.#hold('Suspended', event);
    else if (type === eventType.executionResumed) this.#hold('Running', event);
    else await this.#replay(event, now);
  }

  #hold(status: RuntimeStatus, event: HistoryEvent): void {
    this.status = status;
    this.history.push(event);
  }

  async #replay(event: HistoryEvent, now: Date): Promise<void> {
    const past = this.history.map((one) => ({ ...one, IsPlayed: true }));
    this.history = [...past, toEvent(eventType.orchestratorStarted, now), event];
    this.status = 'Running';
    try {
      const signal = toSignal(event);
      const following = signal === undefined ? [] : this.#schedule.absorb(signal, now);
      const state = await this.#surroundings.replay(this.origin.name, this.#toTrigger(past.length > 0));
      const actions = state.actions[0] ?? [];
      this.#begin([...following, ...this.#schedule.advance(actions, now)], now);
      this.#show(state.customStatus);
      if (this.#schedule.isSettled(actions)) this.#conclude(state, now);
    } catch (error) {
      this.#fail(error instanceof Error ? error.message : String(error), now);
    }
  }

  #toTrigger(isReplaying: boolean): string {
    return JSON.stringify({
      history: this.history,
      input: JSON.parse(this.input) as unknown,
      instanceId: this.origin.id,
      isReplaying,
      parentInstanceId: this.origin.parent?.instance.origin.id ?? null,
      upperSchemaVersion: 1,
      upperSchemaVersionNew: 2,
      longRunningTimerIntervalDuration: '3.00:00:00',
      maximumShortTimerDuration: '6.00:00:00',
      defaultHttpAsyncRequestSleepTimeMillseconds: 30_000,
    });
  }

  #begin(work: readonly Work[], now: Date): void {
    this.history.push(...work.map((one) => toScheduledEvent(one, now)), toEvent(eventType.orchestratorCompleted, now));
    for (const one of work) this.#surroundings.begin(this, one, this.#generation);
  }

  #show(customStatus: unknown): void {
    if (customStatus === undefined || customStatus === null) return;
    const size = JSON.stringify(customStatus).length * 2;
    if (size > customStatusLimit)
      throw new Error(`The custom status takes ${size} bytes in UTF-16; ${customStatusLimit} are allowed.`);
    this.customStatus = customStatus;
  }

  #conclude(state: OrchestratorState, now: Date): void {
    if (state.error !== undefined) this.#fail(state.error, now);
    else if (state.isDone) {
      const last = state.actions[0]?.at(-1);
      if (last?.actionType === actionType.continueAsNew) this.#continueAsNew(toEncodedInput(last.input));
      else
        this.#end(
          'Completed',
          state.output ?? null,
          toEvent(eventType.executionCompleted, now, { Result: JSON.stringify(state.output ?? null) }),
        );
    }
  }

  #continueAsNew(input: string): void {
    this.input = input;
    this.history = [];
    this.#schedule = new Schedule();
    this.#generation += 1;
    const waiting = this.#inbox;
    this.#inbox = [];
    this.#start();
    this.#inbox.push(...waiting);
  }

  #fail(error: string, now: Date): void {
    const reason = `Orchestrator function '${this.origin.name}' failed: ${error}`;
    this.#end(
      'Failed',
      reason,
      toEvent(eventType.executionFailed, now, { Reason: reason, Details: `Message: ${error}, StackTrace: ` }),
    );
  }

  #end(status: RuntimeStatus, output: unknown, event: HistoryEvent): void {
    this.status = status;
    this.output = output;
    this.history.push(event);
    const { parent } = this.origin;
    if (parent === undefined) return;
    const TaskScheduledId = parent.taskId;
    if (status === 'Completed')
      parent.instance.post(
        eventType.subOrchestrationCompleted,
        { TaskScheduledId, Result: event.Result ?? 'null' },
        parent.generation,
      );
    else
      parent.instance.post(
        eventType.subOrchestrationFailed,
        { TaskScheduledId, Reason: String(output), Details: event.Details ?? '' },
        parent.generation,
      );
  }
}

function toSignal(event: HistoryEvent): Signal | undefined {
  if (event.EventType === eventType.eventRaised) return { eventName: event.Name ?? '' };
  const taskId = event.TaskScheduledId ?? event.TimerId;
  if (taskId === undefined) return undefined;
  return {
    taskId,
    failed: event.EventType === eventType.taskFailed || event.EventType === eventType.subOrchestrationFailed,
  };
}

function toScheduledEvent(work: Work, now: Date): HistoryEvent {
  switch (work.kind) {
    case 'activity':
      return toEvent(eventType.taskScheduled, now, { EventId: work.id, Name: work.name, Input: work.input });
    case 'timer':
      return toEvent(eventType.timerCreated, now, { EventId: work.id, FireAt: work.fireAt.toISOString() });
    case 'subOrchestration':
      return toEvent(eventType.subOrchestrationCreated, now, { EventId: work.id, Name: work.name, Input: work.input });
  }
}
