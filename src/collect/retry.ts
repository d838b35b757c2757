import { attempt } from './attempt';
import { judge, judgeFailure, type Answer, type Cause, type Exchange, type Form, type Judgement } from './answer';
import type { Clock, Deadline } from './clock';
import { ReadFailed } from './failures';
import type { Limiter } from './limiter';

/** Bounds of one read. Waits in milliseconds. */
export interface Limits {
  /** Attempts in flight for one subscription, and altogether. */
  readonly perSubscription: number;
  readonly total: number;
  /** Attempts before a read is given up, by cause. */
  readonly attempts: Readonly<Record<Cause, number>>;
  readonly attemptMs: number;
  /** The longest wait that Azure may ask for. */
  readonly longestWaitMs: number;
  readonly firstBackoffMs: number;
  readonly longestBackoffMs: number;
  readonly bodyBytes: number;
  readonly pages: number;
}

export const defaultLimits: Limits = {
  perSubscription: 10,
  total: 48,
  // Ten throttles: where a fifth of all answers is 429, six in a row still hit one read in 16,000.
  attempts: { throttled: 10, broken: 4, expired: 2 },
  attemptMs: 60_000,
  longestWaitMs: 120_000,
  firstBackoffMs: 500,
  longestBackoffMs: 30_000,
  bodyBytes: 64 * 1024 * 1024,
  pages: 10_000,
};

/** Makes one exchange; gives up when `signal` aborts. */
export type Send = (signal: AbortSignal) => Promise<Exchange>;
type Again = Extract<Judgement, { verdict: 'again' }>;

export interface ReadsOptions {
  readonly limiter: Limiter;
  readonly clock: Clock;
  readonly deadline: Deadline;
  readonly limits: Limits;
  /** Called when Azure refused a token. */
  readonly forgetToken: () => void;
  readonly onChange?: () => void;
}

const outOfTime = (): ReadFailed => new ReadFailed('timedOut', 'the time of the audit was over');

/** Runs `work` for at most `ms` milliseconds; it ends even when `work` ignores its signal. */
async function within<T>(ms: number, outer: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const timer = setTimeout(stop, Math.min(ms, 2 ** 31 - 1));
  outer.addEventListener('abort', stop);
  const late = new Promise<never>((_, reject) => {
    const slow = (): void => reject(new ReadFailed('timedOut', `no answer in ${Math.ceil(ms / 1000)} s`));
    controller.signal.addEventListener('abort', slow);
  });
  return Promise.race([work(controller.signal), late]).finally(() => {
    clearTimeout(timer);
    outer.removeEventListener('abort', stop);
  });
}

/**
 * Reads that survive throttling, within bounds. Each attempt takes a place of the limiter, waits hold none, and the wait of a throttle
 * holds for everybody of the same key. core-rest-pipeline's retryPolicy is not used: it sleeps inside the place, on its own timer, and
 * cannot make others wait.
 */
export class Reads {
  requests = 0;
  retries = 0;

  constructor(private readonly options: ReadsOptions) {}

  /** The answer. Rejects with ReadRefused, NotFound or ReadFailed. */
  async ask(key: string, send: Send, form: Form = 'json'): Promise<Answer> {
    const tries: Record<Cause, number> = { throttled: 0, broken: 0, expired: 0 };
    for (;;) {
      const judged = await this.options.limiter.run(key, () => this.once(send, form));
      if (judged.verdict === 'answer') return judged.answer;
      if (judged.verdict === 'end') throw judged.error;
      tries[judged.cause] += 1;
      await this.beforeNext(key, judged, tries[judged.cause]);
    }
  }

  /** Waits before attempt `tried` + 1, or rejects with the failure when the bound is reached or the deadline would pass. */
  async beforeNext(key: string, judged: Again, tried: number): Promise<void> {
    const { limiter, clock, deadline, limits, forgetToken } = this.options;
    if (tried >= limits.attempts[judged.cause]) throw judged.error;
    const wait = Math.min(judged.waitMs ?? this.backoff(tried), limits.longestWaitMs);
    const left = deadline.remaining();
    const pausing = judged.cause === 'throttled';
    if (wait >= left) {
      if (pausing) void limiter.pause(key, Math.max(0, left), deadline.signal);
      throw new ReadFailed('timedOut', `${judged.error.detail}; the next attempt would come after the deadline`);
    }
    this.retries += 1;
    this.options.onChange?.();
    if (judged.cause === 'expired') forgetToken();
    else await (pausing ? limiter.pause(key, wait, deadline.signal) : clock.sleep(wait, deadline.signal));
  }

  private backoff(tried: number): number {
    const { clock, limits } = this.options;
    const ceiling = Math.min(limits.longestBackoffMs, limits.firstBackoffMs * 2 ** (tried - 1));
    return ceiling * (0.5 + clock.random() / 2);
  }

  private async once(send: Send, form: Form): Promise<Judgement> {
    const { clock, deadline, limits } = this.options;
    const left = deadline.remaining();
    if (left <= 0) return { verdict: 'end', error: outOfTime() };
    this.requests += 1;
    this.options.onChange?.();
    const tried = await attempt(() => within(Math.min(limits.attemptMs, left), deadline.signal, send));
    return tried.ok ? judge(tried.value, clock.now(), form) : judgeFailure(tried.error);
  }
}
