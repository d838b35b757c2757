import { randomUUID } from 'node:crypto';
import PQueue from 'p-queue';
import { eventType } from './history';
import { Instance } from './instance';
import type { Origin, Surroundings } from './instance';
import type { OrchestratorState } from './protocol';
import type { Work } from './schedule';

/** The functions of the app, as the hub calls them. */
export interface DurableFunctions {
  isOrchestrator(name: string): boolean;
  /** Runs one turn; never rejects. */
  replay(name: string, trigger: string): Promise<OrchestratorState>;
  /** Runs an activity on JSON text; resolves to JSON text, rejects where it fails or does not exist. */
  runActivity(name: string, input: string): Promise<string>;
}

/** Faults that a test may ask for: what the real extension may do at any time. */
export interface Faults {
  /** Every activity runs twice in a row, and the second result counts: activities are at-least-once in Azure. */
  readonly runActivitiesTwice?: boolean;
  /** The first attempt of each task of these activities fails without being run. */
  readonly failFirstAttemptOf?: readonly string[];
}

/** Thrown by `start` where an orchestration of that id has not ended; the message is the one of the extension. */
export class AlreadyExists extends Error {}

/** Thrown by `start` on a name that is no orchestrator or an id that the extension refuses. */
export class BadArgument extends Error {}

/**
 * Keeps the orchestrations of a task hub, in memory: nothing outlives the process.
 * It stands in for the Durable Functions extension with Azure Storage; left out are entities, durable HTTP calls, rewind,
 * and the limit of payload sizes.
 */
export class Hub implements Surroundings {
  readonly #functions: DurableFunctions;
  readonly #faults: Faults;
  readonly #instances = new Map<string, Instance>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #activities: PQueue;
  readonly #attempted = new Set<string>();
  #closed = false;

  constructor(functions: DurableFunctions, concurrency: number, faults: Faults) {
    this.#functions = functions;
    this.#faults = faults;
    this.#activities = new PQueue({ concurrency });
  }

  /** Starts an orchestration on JSON text. An instance of the same id that has ended is replaced; a live one is `AlreadyExists`. */
  start(name: string, input: string, id: string = randomUUID().replaceAll('-', '')): Instance {
    return this.#create({ id, name, input });
  }

  /** The instance of an id, or `undefined`. */
  find(id: string): Instance | undefined {
    return this.#instances.get(id);
  }

  /** All instances, in the order of their creation. */
  list(): readonly Instance[] {
    return [...this.#instances.values()];
  }

  /** Forgets an instance that has ended. */
  purge(id: string): void {
    this.#instances.delete(id);
  }

  /** Stops timers and takes no further work; an activity that runs is not interrupted. */
  close(): void {
    this.#closed = true;
    this.#activities.clear();
    this.#timers.forEach(clearTimeout);
  }

  replay(name: string, trigger: string): Promise<OrchestratorState> {
    return this.#functions.replay(name, trigger);
  }

  begin(instance: Instance, work: Work, generation: number): void {
    if (this.#closed) return;
    if (work.kind === 'timer') this.#arm(instance, work, generation);
    else if (work.kind === 'activity') void this.#activities.add(() => this.#runActivity(instance, work, generation));
    else this.#beginSubOrchestration(instance, work, generation);
  }

  #create(origin: Origin): Instance {
    const { id, name } = origin;
    if (!this.#functions.isOrchestrator(name)) {
      throw new BadArgument(`The function '${name}' doesn't exist, is disabled, or is not an orchestrator function.`);
    }
    if (id.length > 256 || /^@|[/\\#?\p{Cc}]/u.test(id))
      throw new BadArgument(`The instance id '${id}' is not allowed.`);
    const existing = this.#instances.get(id);
    if (existing !== undefined && !existing.isOver) {
      throw new AlreadyExists(`An Orchestration instance with the status ${existing.status} already exists.`);
    }
    this.#instances.delete(id);
    const instance = new Instance(origin, this);
    this.#instances.set(id, instance);
    return instance;
  }

  #arm(instance: Instance, work: Work & { kind: 'timer' }, generation: number): void {
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        instance.post(eventType.timerFired, { TimerId: work.id, FireAt: work.fireAt.toISOString() }, generation);
      },
      Math.max(0, work.fireAt.getTime() - Date.now()),
    );
    this.#timers.add(timer);
  }

  async #runActivity(instance: Instance, work: Work & { kind: 'activity' }, generation: number): Promise<void> {
    try {
      const Result = await this.#attempt(instance, work);
      instance.post(eventType.taskCompleted, { TaskScheduledId: work.id, Result }, generation);
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      const Reason = `Activity function '${work.name}' failed: ${message}`;
      const Details = JSON.stringify({
        ClassName: 'System.Exception',
        Message: message,
        RemoteStackTraceString: stack,
      });
      instance.post(eventType.taskFailed, { TaskScheduledId: work.id, Reason, Details }, generation);
    }
  }

  async #attempt(instance: Instance, { name, input }: Work & { kind: 'activity' }): Promise<string> {
    const task = `${instance.origin.id} ${name} ${input}`;
    if (this.#faults.failFirstAttemptOf?.includes(name) === true && !this.#attempted.has(task)) {
      this.#attempted.add(task);
      throw new Error('The first attempt fails, as the test asked.');
    }
    if (this.#faults.runActivitiesTwice === true) await this.#functions.runActivity(name, input);
    return this.#functions.runActivity(name, input);
  }

  #beginSubOrchestration(parent: Instance, work: Work & { kind: 'subOrchestration' }, generation: number): void {
    const id = work.instanceId ?? `${parent.origin.id}:${generation}:${work.id.toString(16)}`;
    try {
      this.#create({
        id,
        name: work.name,
        input: work.input,
        parent: { instance: parent, taskId: work.id, generation },
      });
    } catch (error) {
      const Reason = error instanceof Error ? error.message : String(error);
      parent.post(eventType.subOrchestrationFailed, { TaskScheduledId: work.id, Reason, Details: '' }, generation);
    }
  }
}
