import { actionType, toEncodedInput } from './protocol';
import type { Action, RetryOptions } from './protocol';

/** Work that the extension takes on for an orchestration; `id` is the task's number in this execution. */
export type Work =
  | { readonly kind: 'activity'; readonly id: number; readonly name: string; readonly input: string }
  | {
      readonly kind: 'subOrchestration';
      readonly id: number;
      readonly name: string;
      readonly input: string;
      readonly instanceId: string | undefined;
    }
  | { readonly kind: 'timer'; readonly id: number; readonly fireAt: Date };

/** How a task ended, or that an event of a name was raised. */
export type Signal = { readonly taskId: number; readonly failed: boolean } | { readonly eventName: string };

type Node = Leaf | { readonly mode: 'all' | 'any'; readonly children: readonly Node[] };

interface Leaf {
  readonly mode: 'leaf';
  readonly action: Action;
  done: boolean;
  attempt: number;
  delaying: boolean;
}

// A timer longer than six days is cut into pieces of three: the library counts one task for each piece.
const day = 86_400_000;
const longestTimer = 6 * day;
const timerPiece = 3 * day;

/**
 * Numbers the tasks of one execution exactly as the library does on its side, for the numbers are not on the wire:
 * depth first in the order of the yields; an external event takes none; a retry takes one for its delay, also after the
 * last attempt, and one for the new call. As in the extension, an action is taken up only when the one before it has
 * ended, and `all` ends only when every child has, even after one failed.
 */
export class Schedule {
  readonly #nodes: Node[] = [];
  readonly #open = new Map<number, Leaf>();
  readonly #buffered = new Map<string, number>();
  #nextId = 0;

  /** Takes up actions as far as they may start at `now`; returns the work to begin. */
  advance(actions: readonly Action[], now: Date): readonly Work[] {
    this.#nodes.forEach((node, index) => cancelTimers(node, actions[index]));
    const work: Work[] = [];
    while (this.#nodes.every(isDone)) {
      const action = actions[this.#nodes.length];
      if (action === undefined) break;
      this.#nodes.push(this.#plan(action, now, work));
    }
    return work;
  }

  /** Whether every one of `actions` has been taken up and has ended. */
  isSettled(actions: readonly Action[]): boolean {
    return this.#nodes.length >= actions.length && this.#nodes.every(isDone);
  }

  /** Notes how a task ended; returns the work that follows from it: a delay, a new call, the next piece of a timer. */
  absorb(signal: Signal, now: Date): readonly Work[] {
    if ('eventName' in signal) return this.#raise(signal.eventName);
    const leaf = this.#open.get(signal.taskId);
    if (leaf === undefined) return [];
    this.#open.delete(signal.taskId);
    const { action } = leaf;
    if (action.retryOptions !== undefined) return this.#retry(leaf, action.retryOptions, signal.failed, now);
    if (action.actionType === actionType.createTimer && fireAt(action) > now) return [this.#start(leaf, now)];
    leaf.done = true;
    return [];
  }

  #plan(action: Action, now: Date, work: Work[]): Node {
    const { compoundActions } = action;
    if (compoundActions !== undefined) {
      const mode = action.actionType === actionType.whenAny ? 'any' : 'all';
      return { mode, children: compoundActions.map((child) => this.#plan(child, now, work)) };
    }
    const leaf: Leaf = { mode: 'leaf', action, done: false, attempt: 1, delaying: false };
    if (action.actionType === actionType.waitForExternalEvent)
      leaf.done = this.#takeBuffered(action.externalEventName ?? '');
    else if (action.actionType === actionType.continueAsNew) leaf.done = true;
    else work.push(this.#start(leaf, now));
    return leaf;
  }

  #start(leaf: Leaf, now: Date): Work {
    const { action } = leaf;
    const id = this.#nextId++;
    this.#open.set(id, leaf);
    const name = action.functionName ?? '';
    switch (action.actionType) {
      case actionType.callActivity:
      case actionType.callActivityWithRetry:
        return { kind: 'activity', id, name, input: toEncodedInput(action.input) };
      case actionType.callSubOrchestrator:
      case actionType.callSubOrchestratorWithRetry:
        return {
          kind: 'subOrchestration',
          id,
          name,
          input: JSON.stringify(action.input ?? null),
          instanceId: action.instanceId,
        };
      case actionType.createTimer:
        return { kind: 'timer', id, fireAt: nextPiece(fireAt(action), now) };
      default:
        throw new Error(`This host does not serve the durable action of type ${action.actionType}.`);
    }
  }

  #retry(leaf: Leaf, options: RetryOptions, failed: boolean, now: Date): readonly Work[] {
    if (leaf.delaying) {
      leaf.delaying = false;
      if (leaf.attempt <= options.maxNumberOfAttempts) return [this.#start(leaf, now)];
      leaf.done = true;
      return [];
    }
    leaf.done = !failed;
    if (!failed) return [];
    const id = this.#nextId++;
    this.#open.set(id, leaf);
    leaf.delaying = true;
    leaf.attempt += 1;
    return [{ kind: 'timer', id, fireAt: new Date(now.getTime() + delay(options, leaf.attempt - 2)) }];
  }

  #raise(name: string): readonly Work[] {
    const waiting = this.#nodes.flatMap(leaves).find((leaf) => !leaf.done && leaf.action.externalEventName === name);
    if (waiting === undefined) this.#buffered.set(name, (this.#buffered.get(name) ?? 0) + 1);
    else waiting.done = true;
    return [];
  }

  #takeBuffered(name: string): boolean {
    const count = this.#buffered.get(name) ?? 0;
    if (count > 0) this.#buffered.set(name, count - 1);
    return count > 0;
  }
}

function isDone(node: Node): boolean {
  if (node.mode === 'leaf') return node.done;
  return node.mode === 'all' ? node.children.every(isDone) : node.children.some(isDone);
}

function leaves(node: Node): Leaf[] {
  return node.mode === 'leaf' ? [node] : node.children.flatMap(leaves);
}

function cancelTimers(node: Node, action: Action | undefined): void {
  if (node.mode === 'leaf') node.done ||= action?.isCanceled === true;
  else node.children.forEach((child, index) => cancelTimers(child, action?.compoundActions?.[index]));
}

function fireAt(action: Action): Date {
  return new Date(action.fireAt ?? 0);
}

function nextPiece(end: Date, now: Date): Date {
  return end.getTime() - now.getTime() > longestTimer ? new Date(now.getTime() + timerPiece) : end;
}

function delay(options: RetryOptions, retries: number): number {
  const wanted = options.firstRetryIntervalInMilliseconds * (options.backoffCoefficient ?? 1) ** retries;
  return Math.min(wanted, options.maxRetryIntervalInMilliseconds ?? Infinity);
}
