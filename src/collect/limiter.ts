import PQueue from 'p-queue';
import type { Clock } from './clock';

export interface LimiterOptions {
  /** Attempts in flight for one key (a subscription). */
  readonly perKey: number;
  /** Attempts in flight altogether. */
  readonly total: number;
  /** Keys that may start only so many attempts in a span of time. */
  readonly rates?: Readonly<Record<string, { readonly count: number; readonly ms: number }>>;
}

interface Lane {
  readonly queue: PQueue;
  readonly turn: () => Promise<void>;
  pausedUntil: number;
}

/** Lets at most `count` callers through in any `ms` milliseconds, in order. */
export function rateWindow(clock: Clock, count: number, ms: number): () => Promise<void> {
  const starts: number[] = [];
  const next = async (): Promise<void> => {
    const oldest = starts.length < count ? -Infinity : (starts.shift() ?? -Infinity);
    const wait = oldest + ms - clock.now();
    if (wait > 0) await clock.sleep(wait);
    starts.push(clock.now());
  };
  let tail = Promise.resolve();
  return () => (tail = tail.then(next));
}

/**
 * Places for attempts: so many a key, so many altogether, first come first served. A paused key starts nothing until its pause is
 * over; what is in flight ends as it may. Waiting holds no place of another key.
 */
export class Limiter {
  private readonly lanes = new Map<string, Lane>();
  private readonly all: PQueue;

  constructor(
    private readonly clock: Clock,
    private readonly options: LimiterOptions,
  ) {
    this.all = new PQueue({ concurrency: options.total });
  }

  /** Runs `work` when its turn comes. Errors of `work` are the caller's. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const lane = this.lane(key);
    for (let priority = 0; ; priority = 1) {
      const done = await lane.queue.add(
        async () => {
          await lane.turn();
          // The key may have been paused while this one waited for a place among all.
          return this.all.add(async () => (lane.queue.isPaused ? undefined : { value: await work() }));
        },
        { priority },
      );
      if (done) return done.value;
    }
  }

  /** Nothing of `key` starts for `ms` milliseconds; the longest of several pauses counts. An abort ends it. */
  async pause(key: string, ms: number, signal?: AbortSignal): Promise<void> {
    const lane = this.lane(key);
    lane.pausedUntil = Math.max(lane.pausedUntil, this.clock.now() + ms);
    lane.queue.pause();
    // Asked again after each sleep: a timer may wake a moment early, and another pause may have come meanwhile.
    for (let left = ms; left > 0 && !signal?.aborted; left = lane.pausedUntil - this.clock.now())
      await this.clock.sleep(Math.ceil(left), signal);
    lane.queue.start();
  }

  /** Keys that wait, and for how many seconds more. */
  waiting(): { readonly key: string; readonly seconds: number }[] {
    return [...this.lanes]
      .filter(([, lane]) => lane.queue.isPaused)
      .map(([key, lane]) => ({ key, seconds: Math.max(0, Math.ceil((lane.pausedUntil - this.clock.now()) / 1000)) }));
  }

  private lane(key: string): Lane {
    const known = this.lanes.get(key);
    if (known) return known;
    const rate = this.options.rates?.[key];
    const lane: Lane = {
      queue: new PQueue({ concurrency: this.options.perKey }),
      turn: rate ? rateWindow(this.clock, rate.count, rate.ms) : () => Promise.resolve(),
      pausedUntil: 0,
    };
    this.lanes.set(key, lane);
    return lane;
  }
}
