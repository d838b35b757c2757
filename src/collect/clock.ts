/** Time and chance as the reads see them, so that a test can run hours of throttling in a moment. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after `ms` milliseconds, or at once when `signal` aborts; it never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** 0 to 1, for the jitter of waits. */
  random(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      signal?.addEventListener('abort', done, { once: true });
      function done(): void {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      }
      if (signal?.aborted) done();
    }),
};

/** The end of an audit's time. A plain number is an instant on the clock; a signal ends it whenever it aborts. */
export interface Deadline {
  /** Milliseconds left; 0 or less when the time is over. */
  remaining(): number;
  readonly signal: AbortSignal;
}

export function toDeadline(deadline: AbortSignal | number, clock: Clock): Deadline {
  if (typeof deadline === 'number')
    return { signal: new AbortController().signal, remaining: () => deadline - clock.now() };
  return { signal: deadline, remaining: () => (deadline.aborted ? 0 : Infinity) };
}
