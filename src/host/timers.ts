import { Cron } from 'croner';
import type { TypedData } from './wire';

/** When a timer fires. */
export interface Schedule {
  /** The first occurrence after a time. */
  next(after: Date): Date;
}

const field = /^(\*|\d+|[a-z]{3})(-(\d+|[a-z]{3}))?(\/\d+)?(,(\*|\d+|[a-z]{3})(-(\d+|[a-z]{3}))?(\/\d+)?)*$/i;

/**
 * Reads a timer's schedule: NCRONTAB with six fields (seconds first) or five, or a TimeSpan `[d.]hh:mm:ss`; times are UTC.
 * `%NAME%` is the app setting of that name. Day of month and day of week must both fit, as in NCRONTAB.
 * @throws on an unknown setting and on anything else, such as `L`, `W`, `#` or `?`, that NCRONTAB does not know.
 * Source: https://learn.microsoft.com/azure/azure-functions/functions-bindings-timer#ncrontab-expressions
 */
export function toSchedule(expression: string, settings: Readonly<Record<string, string | undefined>>): Schedule {
  const text = expression.replace(/%([^%]+)%/g, (_, name: string) => {
    const value = settings[name];
    if (value === undefined) throw new Error(`Timer schedule "${expression}": app setting ${name} is not set.`);
    return value;
  });
  return toInterval(text) ?? toCron(text.trim());
}

function toInterval(text: string): Schedule | undefined {
  const parts = /^(?:(\d+)\.)?([01]?\d|2[0-3]):([0-5]\d):([0-5]\d)$/.exec(text.trim());
  if (parts === null) return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const period = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  if (period === 0) throw new Error(`Timer schedule "${text}" has no length.`);
  return { next: (after) => new Date(after.getTime() + period) };
}

function toCron(text: string): Schedule {
  const fields = text.split(/\s+/);
  if (![5, 6].includes(fields.length) || !fields.every((one) => field.test(one)))
    throw new Error(`Timer schedule "${text}" is not NCRONTAB.`);
  const cron = new Cron(text, {
    timezone: 'UTC',
    mode: '5-or-6-parts',
    domAndDow: true,
    sloppyRanges: true,
    paused: true,
  });
  return {
    next: (after) => {
      const found = cron.nextRun(after);
      if (found === null) throw new Error(`Timer schedule "${text}" never fires.`);
      return found;
    },
  };
}

const longestTimeout = 2 ** 31 - 1;
const lateness = 60_000;

/**
 * A timer that is armed until `stop()`. A wait longer than `setTimeout` can hold (24.8 days) is taken in pieces. A run
 * that starts more than a minute late, because the machine slept, is past due. Nothing outlives the process, so the
 * first run never is. A failure of a scheduled run is its function's to report.
 */
export class ArmedTimer {
  readonly #schedule: Schedule;
  readonly #run: (trigger: TypedData) => Promise<void>;
  #due: Date;
  #last: Date | undefined;
  #current: Promise<void> = Promise.resolve();
  #handle: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(schedule: Schedule, run: (trigger: TypedData) => Promise<void>) {
    this.#schedule = schedule;
    this.#run = run;
    this.#due = schedule.next(new Date());
    this.#wait();
  }

  /** Fires by hand and rejects when the function fails. It waits for a run that goes on: runs never overlap. */
  fire(isPastDue = false): Promise<void> {
    const done = this.#current.then(async () => {
      const trigger = toTimerInfo(this.#schedule.next(new Date()), this.#last, isPastDue);
      this.#last = new Date();
      await this.#run(trigger);
    });
    this.#current = done.catch(() => undefined);
    return done;
  }

  /** Disarms the timer; a run that goes on is not interrupted. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#handle);
  }

  #wait(): void {
    if (this.#stopped) return;
    const left = this.#due.getTime() - Date.now();
    const step = left > longestTimeout ? () => this.#wait() : () => void this.#tick();
    this.#handle = setTimeout(step, Math.max(0, Math.min(left, longestTimeout)));
  }

  async #tick(): Promise<void> {
    await this.fire(Date.now() - this.#due.getTime() > lateness).catch(() => undefined);
    // setTimeout may fire a millisecond early: never the same occurrence twice.
    this.#due = this.#schedule.next(new Date(Math.max(Date.now(), this.#due.getTime())));
    this.#wait();
  }
}

function toTimerInfo(next: Date, last: Date | undefined, isPastDue: boolean): TypedData {
  const recorded = last?.toISOString() ?? '0001-01-01T00:00:00+00:00';
  return {
    json: JSON.stringify({
      Schedule: { AdjustForDST: true },
      ScheduleStatus: { Last: recorded, LastUpdated: recorded, Next: next.toISOString() },
      IsPastDue: isPastDue,
    }),
  };
}
