import fc from 'fast-check';
import { judgeDays } from '../../src/model/anomaly';
import { withPast } from '../../src/model/datasetPast';
import { farSeries, history, seriesCount } from '../collect/trainingData/series';
import { safe } from '../kit/safe';

const growth = { days: 30, burstShare: 0, weekend: 1, planted: 1 };
const seeds = Array.from({ length: 400 }, (_, seed) => seed);

test('false alarms a series-day stay below one in two hundred, and two series at once are rarer', () => {
  const far = seeds.map((seed) => farSeries(growth, seed));
  expect(far.reduce((sum, one) => sum + one, 0) / (seeds.length * seriesCount)).toBeLessThan(0.005);
  expect(far.filter((one) => one > 1).length / seeds.length).toBeLessThan(0.005);
});

test('a day ten times as large is found in two series, mostly', () => {
  const found = seeds.slice(0, 100).filter((seed) => farSeries({ ...growth, planted: 10 }, seed) > 1);
  expect(found.length).toBeGreaterThan(50);
});

test('quiet weekends are judged against weekends once there are eight of them', () => {
  const weekends = { days: 63, burstShare: 0, weekend: 0.1, planted: 1 };
  const far = seeds.slice(0, 100).map((seed) => farSeries(weekends, seed));
  expect(far.reduce((sum, one) => sum + one, 0) / (100 * seriesCount)).toBeLessThan(0.02);
});

test('fourteen earlier days are learnt from; a gap makes no day of its own', () => {
  const days = history(growth, 1);
  expect(judgeDays([])).toEqual({ state: 'learning', days: 0 });
  expect(judgeDays(days.slice(0, 15))).toEqual({ state: 'learning', days: 13 });
  expect(judgeDays(days.slice(0, 16))).toMatchObject({ state: 'judged' });
  const gap = days.filter((_, at) => at !== 10);
  const judged = judgeDays(gap);
  expect(judged.state === 'judged' && judged.deviations.every(({ z }) => Math.abs(z) < 5)).toBe(true);
});

test('in a constant past a change is a change and no anomaly', () => {
  const flat = Array.from({ length: 30 }, (_, at) => ({
    day: new Date(Date.parse('2026-10-01') + at * 86_400_000).toISOString().slice(0, 10),
    blobs: 5,
    bytes: 500,
    written: at === 29 ? 4 : 0,
  }));
  expect(judgeDays(flat)).toMatchObject({ deviations: [{ series: 'blobs written', value: 4, z: 0 }, {}, {}, {}] });
});

test('a small shift that lasts is told as drift', () => {
  const days = history({ ...growth, days: 45 }, 4).map((day, at) => ({
    ...day,
    written: at > 33 ? day.written * 3 : day.written,
  }));
  const told = judgeDays(days);
  expect(told.state === 'judged' && told.deviations[0]?.drifts).toBe(true);
  const still = judgeDays(history({ ...growth, days: 45 }, 4));
  expect(still.state === 'judged' && still.deviations[0]?.drifts).toBe(false);
});

describe('the past of a dataset', () => {
  const print = (day: string, changeRoot: string) => {
    const marks = { blobs: 1, bytes: 1, contentRoot: 'c', changeRoot };
    return safe('datasetFingerprint', {
      ...marks,
      first: { day, ...marks },
      days: [{ day, blobs: 1, bytes: 1, written: 0 }],
    });
  };

  test('first marks stay, days are joined, a second look on one day replaces the first', () => {
    const one = withPast([print('2026-11-02', 'b')], [print('2026-11-01', 'a')]);
    const [two] = withPast([print('2026-11-02', 'b2')], one);
    expect(two).toMatchObject({
      changeRoot: 'b2',
      first: { day: '2026-11-01', changeRoot: 'a' },
      days: [{ day: '2026-11-01' }, { day: '2026-11-02' }],
    });
  });

  test('a past that never listed to its end gives no first marks', () => {
    expect(withPast([print('2026-11-02', 'b')], [print('2026-11-01', '')])[0]).toMatchObject({
      first: { day: '2026-11-02' },
    });
  });

  test('at most nine weeks are kept, the newest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), (count) => {
        const days = history({ ...growth, days: count }, 2);
        const held = { ...print('2026-11-01', 'a'), days };
        const [joined] = withPast([{ ...print('2026-12-30', 'b') }], [held]);
        expect(joined).toMatchObject({ days: { length: Math.min(63, count + 1) } });
      }),
      { numRuns: 30 },
    );
  });
});
