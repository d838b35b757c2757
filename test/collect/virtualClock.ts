import type { Clock } from '../../src/collect/clock';

/** A clock that jumps to the next waking instead of waiting for it; sleepers wake in the order of their time. */
export class VirtualClock implements Clock {
  private time: number;
  private sleepers: { due: number; wake: () => void }[] = [];
  private pumping = false;
  readonly slept: number[] = [];

  constructor(start = Date.parse('2026-11-25T06:00:00Z')) {
    this.time = start;
  }

  now(): number {
    return this.time;
  }

  random(): number {
    return 1;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.slept.push(ms);
    return new Promise((wake) => {
      if (signal?.aborted) {
        wake();
        return;
      }
      this.sleepers.push({ due: this.time + ms, wake });
      if (!this.pumping) this.pump();
    });
  }

  private pump(): void {
    this.pumping = this.sleepers.length > 0;
    if (!this.pumping) return;
    setImmediate(() => {
      this.sleepers.sort((a, b) => a.due - b.due);
      const next = this.sleepers.shift();
      this.time = Math.max(this.time, next?.due ?? 0);
      next?.wake();
      this.pump();
    });
  }
}
