import { dueBefore, duesBetween, scheduleHealth } from '../../src/steps/schedule';

const daily = '0 0 6 * * *';

test('the newest time the schedule wanted is the one at or before now', () => {
  expect(dueBefore(daily, '2026-11-28T06:00:00.000Z')).toBe('2026-11-28T06:00:00.000Z');
  expect(dueBefore(daily, '2026-11-28T05:59:59.000Z')).toBe('2026-11-27T06:00:00.000Z');
  expect(dueBefore('0 30 */4 * * 1-5', '2026-11-28T03:00:00Z')).toBe('2026-11-27T20:30:00.000Z');
});

test('times between two are those neither of them is', () => {
  expect(duesBetween(daily, '2026-11-24T06:00:00Z', '2026-11-25T06:00:00Z')).toBe(0);
  expect(duesBetween(daily, '2026-11-24T06:00:00Z', '2026-11-28T06:00:00Z')).toBe(3);
  expect(duesBetween(daily, '', '2026-11-28T06:00:00Z')).toBe(0);
  expect(duesBetween('* * * * * *', '2020-01-01T00:00:00Z', '2026-11-28T06:00:00Z')).toBe(1000);
});

test.each([
  ['2026-11-28T06:00:04Z', 0],
  ['2026-11-28T06:14:59Z', 0],
  ['2026-11-28T06:15:00Z', 15],
  ['2026-11-28T09:00:00Z', 180],
])('begun at %s it is %i minutes late', (startedAt, lateMinutes) => {
  const health = scheduleHealth(daily, '2026-11-28T06:00:00Z', '2026-11-27T06:00:00Z', startedAt);
  expect(health).toMatchObject({ lateMinutes, missed: 0 });
});

test('an audit that was asked for is neither late nor in place of one that was missed', () => {
  expect(scheduleHealth(daily, '', '2026-11-20T06:00:00Z', '2026-11-28T09:00:00Z')).toEqual({
    ...{ dueAt: '', lastDueAt: '2026-11-20T06:00:00Z', missed: 0, lateMinutes: 0 },
  });
});
