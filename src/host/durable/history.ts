/** The numbers of the history events, as the extension sends them to the library. */
export const eventType = {
  executionStarted: 0,
  executionCompleted: 1,
  executionFailed: 2,
  executionTerminated: 3,
  taskScheduled: 4,
  taskCompleted: 5,
  taskFailed: 6,
  subOrchestrationCreated: 7,
  subOrchestrationCompleted: 8,
  subOrchestrationFailed: 9,
  timerCreated: 10,
  timerFired: 11,
  orchestratorStarted: 12,
  orchestratorCompleted: 13,
  eventRaised: 15,
  executionSuspended: 19,
  executionResumed: 20,
} as const;

/** An event in the history of an orchestration, with the property names of the wire. */
export interface HistoryEvent {
  readonly EventType: number;
  /** The task's number for an event that schedules one, otherwise -1. */
  readonly EventId: number;
  /** True once the orchestrator has seen the event in an earlier turn. */
  readonly IsPlayed: boolean;
  readonly Timestamp: string;
  readonly Name?: string;
  /** JSON text. */
  readonly Input?: string;
  /** JSON text. */
  readonly Result?: string;
  readonly TaskScheduledId?: number;
  readonly TimerId?: number;
  readonly FireAt?: string;
  readonly InstanceId?: string;
  readonly Reason?: string;
  readonly Details?: string;
}

/** What an event says beyond its type and time. */
export type EventFields = Omit<Partial<HistoryEvent>, 'EventType' | 'IsPlayed' | 'Timestamp'>;

/** Makes an event that the orchestrator has not seen yet. */
export function toEvent(type: number, at: Date, fields: EventFields = {}): HistoryEvent {
  return { EventType: type, EventId: -1, IsPlayed: false, Timestamp: at.toISOString(), ...fields };
}

const shownNames: Readonly<Record<number, string>> = {
  [eventType.executionStarted]: 'ExecutionStarted',
  [eventType.executionCompleted]: 'ExecutionCompleted',
  [eventType.executionFailed]: 'ExecutionFailed',
  [eventType.executionTerminated]: 'ExecutionTerminated',
  [eventType.taskCompleted]: 'TaskCompleted',
  [eventType.taskFailed]: 'TaskFailed',
  [eventType.subOrchestrationCompleted]: 'SubOrchestrationInstanceCompleted',
  [eventType.subOrchestrationFailed]: 'SubOrchestrationInstanceFailed',
  [eventType.timerFired]: 'TimerFired',
  [eventType.eventRaised]: 'EventRaised',
  [eventType.executionSuspended]: 'ExecutionSuspended',
  [eventType.executionResumed]: 'ExecutionResumed',
};

/** Shows a history as the status endpoint does: outcomes only, named, with the function and time that scheduled them. */
export function toShownHistory(history: readonly HistoryEvent[], withOutput: boolean): readonly object[] {
  const scheduled = new Map(history.filter((event) => event.EventId >= 0).map((event) => [event.EventId, event]));
  const shown = history.filter((event) => event.EventType in shownNames);
  // JSON leaves out what is undefined.
  return shown.map((event) => {
    const cause = scheduled.get(event.TaskScheduledId ?? event.TimerId ?? -1);
    return {
      EventType: shownNames[event.EventType],
      Timestamp: event.Timestamp,
      ScheduledTime: cause?.Timestamp,
      FunctionName: cause?.Name ?? event.Name,
      FireAt: event.FireAt,
      Reason: event.Reason,
      Result: withOutput ? parse(event.Result) : undefined,
    };
  });
}

function parse(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}
