import fc from 'fast-check';
import type { Clock } from '../../src/collect/clock';
import { Limiter, rateWindow } from '../../src/collect/limiter';
import { retryAfter } from '../../src/collect/retryAfter';
import { VirtualClock } from './virtualClock';

const tick = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('the limiter', () => {
  it('keeps ten a key and the bound over all keys, and runs everything', async () => {
    const limiter = new Limiter(new VirtualClock(), { perKey: 10, total: 25 });
    const running = new Map<string, number>();
    let most = 0;
    let mostOfAKey = 0;
    let done = 0;
    const work = (key: string) => async () => {
      running.set(key, (running.get(key) ?? 0) + 1);
      mostOfAKey = Math.max(mostOfAKey, running.get(key)!);
      most = Math.max(
        most,
        [...running.values()].reduce((a, b) => a + b),
      );
      await tick();
      running.set(key, running.get(key)! - 1);
      done += 1;
    };
    const keys = ['a', 'b', 'c', 'd'];
    await Promise.all(keys.flatMap((key) => Array.from({ length: 50 }, () => limiter.run(key, work(key)))));
    expect({ done, most, mostOfAKey }).toEqual({ done: 200, most: 25, mostOfAKey: 10 });
  });

  it('starts nothing of a paused key, even what already stood in line among all', async () => {
    const clock = new VirtualClock();
    const limiter = new Limiter(clock, { perKey: 10, total: 1 });
    const start = clock.now();
    const starts: number[] = [];
    let release = (): void => undefined;
    const blocker = limiter.run('other', () => new Promise<void>((resolve) => (release = resolve)));
    const queued = Array.from({ length: 5 }, () =>
      limiter.run('a', () => Promise.resolve(void starts.push(clock.now()))),
    );
    await tick();
    const pause = limiter.pause('a', 30_000);
    expect(limiter.waiting()).toEqual([{ key: 'a', seconds: 30 }]);
    release();
    await Promise.all([blocker, pause, ...queued]);
    expect(starts).toEqual(Array.from({ length: 5 }, () => start + 30_000));
    expect(limiter.waiting()).toEqual([]);
  });

  it('lets another key go on while one is paused, and the longest pause counts', async () => {
    const clock = new VirtualClock();
    const limiter = new Limiter(clock, { perKey: 2, total: 4 });
    const start = clock.now();
    const pauses = [limiter.pause('a', 60_000), limiter.pause('a', 5_000)];
    const other = await limiter.run('b', () => Promise.resolve(clock.now()));
    const paused = await limiter.run('a', () => Promise.resolve(clock.now()));
    await Promise.all(pauses);
    expect([other - start, paused - start]).toEqual([0, 60_000]);
  });

  it('goes on after a pause even when timers wake early', async () => {
    const clock = new VirtualClock();
    const early: Clock = {
      now: () => clock.now(),
      random: () => 1,
      sleep: (ms) => clock.sleep(Math.max(1, ms - 3)),
    };
    const limiter = new Limiter(early, { perKey: 1, total: 1 });
    const start = clock.now();
    const pause = limiter.pause('a', 500);
    expect((await limiter.run('a', () => Promise.resolve(clock.now()))) - start).toBeGreaterThanOrEqual(500);
    await pause;
  });

  it('hands an error of the work to its caller and gives the place back', async () => {
    const limiter = new Limiter(new VirtualClock(), { perKey: 1, total: 1 });
    await expect(limiter.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(limiter.run('a', () => Promise.resolve(7))).resolves.toBe(7);
  });

  it('ends a pause at once when the audit is called off', async () => {
    const limiter = new Limiter(new VirtualClock(), { perKey: 1, total: 1 });
    await limiter.pause('a', 1e9, AbortSignal.abort());
    await expect(limiter.run('a', () => Promise.resolve(1))).resolves.toBe(1);
  });
});

describe('the rate window', () => {
  it('never lets more than the count through in any span', async () => {
    const clock = new VirtualClock();
    const turn = rateWindow(clock, 15, 5_250);
    const starts: number[] = [];
    for (let n = 0; n < 100; n += 1) {
      await turn();
      starts.push(clock.now());
    }
    const tooMany = starts.filter((at, n) => n >= 15 && at - starts[n - 15]! < 5_250);
    expect(tooMany).toEqual([]);
    expect(starts.at(-1)! - starts[0]!).toBe(6 * 5_250);
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-25T06:00:00Z');
  const of = (headers: Record<string, string>) => retryAfter((name) => headers[name], now);

  it.each([
    ['seconds', { 'retry-after': '17' }, 17_000],
    ['decimals', { 'retry-after': '1.5' }, 1_500],
    ['a date', { 'retry-after': 'Wed, 25 Nov 2026 06:02:00 GMT' }, 120_000],
    ['a date that passed', { 'retry-after': 'Wed, 25 Nov 2026 05:00:00 GMT' }, undefined],
    ['a negative number', { 'retry-after': '-5' }, undefined],
    ['zero', { 'retry-after': '0' }, undefined],
    ['an absurd number', { 'retry-after': '1000000000' }, 1e12],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
    ['nothing', {}, undefined],
    ['milliseconds', { 'x-ms-retry-after-ms': '250' }, 250],
    ['the quota of Resource Graph', { 'x-ms-user-quota-resets-after': '00:00:05' }, 5_000],
  ])('reads %s', (_, headers, expected) => expect(of(headers as Record<string, string>)).toBe(expected));

  it('is undefined or lies ahead, whatever the header says', () =>
    fc.assert(
      fc.property(fc.string(), (text) => {
        const wait = of({ 'retry-after': text });
        expect(wait === undefined || wait > 0).toBe(true);
      }),
    ));
});
