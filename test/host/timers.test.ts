import { toSchedule } from '../../src/host/timers';

const next = (expression: string, after: string, settings: Record<string, string> = {}) =>
  toSchedule(expression, settings).next(new Date(after)).toISOString();

test.each([
  ['0 0 6 * * *', '2026-01-01T06:00:00Z', '2026-01-02T06:00:00.000Z'],
  ['30 */5 * * * *', '2026-01-01T00:01:00Z', '2026-01-01T00:05:30.000Z'],
  ['*/15 * * * *', '2026-01-01T00:01:00Z', '2026-01-01T00:15:00.000Z'],
  ['0 30 9 * Jan Mon-Fri', '2026-02-01T00:00:00Z', '2027-01-01T09:30:00.000Z'],
  ['0 0 0 13 * 5', '2026-01-01T00:00:00Z', '2026-02-13T00:00:00.000Z'],
  ['1.00:00:00', '2026-01-01T05:00:00Z', '2026-01-02T05:00:00.000Z'],
  ['00:00:10', '2026-01-01T00:00:00Z', '2026-01-01T00:00:10.000Z'],
])('%s after %s is %s', (expression, after, expected) => {
  expect(next(expression, after)).toBe(expected);
});

test('an app setting stands in for the schedule', () => {
  expect(next('%AT%', '2026-01-01T00:00:00Z', { AT: '0 0 6 * * *' })).toBe('2026-01-01T06:00:00.000Z');
  expect(() => next('%AT%', '2026-01-01T00:00:00Z')).toThrow('app setting AT is not set');
});

test.each(['', '* * *', '0 0 0 L * *', '0 0 0 ? * *', '0 0 6 * * * 2027', '@daily', '00:00:00', '24:00:00'])(
  '"%s" is refused',
  (expression) => {
    expect(() => next(expression, '2026-01-01T00:00:00Z')).toThrow('Timer schedule');
  },
);
