import { endingsBetween, isUnder, remember, toEndingChange } from '../../src/drift';
import type { Decision } from '../../src/model/decision';
import { finding, resource } from '../store/records';
import { movesBetween } from '../../src/drift/moved';
import { record } from '../store/records';

const decision = (more: Partial<Decision> = {}): Decision => ({
  ...{ id: 'd', kind: 'exception', rule: 'some-rule', scope: '/', changes: [], reason: 'because', owner: 'ada' },
  ...{ until: '2026-11-24T12:00:00Z', by: 'ada', at: '2026-01-01T00:00:00Z' },
  ...more,
});
const kinds = (from: string, to: string, more: Partial<Decision> = {}): string[] =>
  endingsBetween([decision(more)], from, to).map(({ kind }) => kind);

test('the end of an exception is told by the run after it, and by no other', () => {
  expect(kinds('2026-11-24T06:00:00Z', '2026-11-25T06:00:00Z')).toEqual(['exceptionOver']);
  expect(kinds('2026-11-25T06:00:00Z', '2026-11-26T06:00:00Z')).toEqual([]);
  expect(kinds('2026-11-23T06:00:00Z', '2026-11-24T06:00:00Z')).toEqual([]);
});

test('seven days before, its owner is warned, once', () => {
  expect(kinds('2026-11-16T06:00:00Z', '2026-11-17T06:00:00Z')).toEqual([]);
  expect(kinds('2026-11-17T06:00:00Z', '2026-11-18T06:00:00Z')).toEqual(['exceptionEnding']);
  expect(kinds('2026-11-18T06:00:00Z', '2026-11-19T06:00:00Z')).toEqual([]);
});

test('a long time without runs loses neither', () => {
  expect(kinds('2026-11-01T06:00:00Z', '2026-12-01T06:00:00Z')).toEqual(['exceptionOver']);
});

test('what was taken back, or has no end, has none to tell; a snooze is not warned of', () => {
  const all = ['2026-11-01T06:00:00Z', '2026-12-01T06:00:00Z'] as const;
  expect(kinds(...all, { withdrawn: { by: 'a', at: '2026-11-02T00:00:00Z', reason: '' } })).toEqual([]);
  expect(kinds(...all, { until: '' })).toEqual([]);
  expect(kinds('2026-11-17T06:00:00Z', '2026-11-18T06:00:00Z', { kind: 'snooze' })).toEqual([]);
});

test('its change names the owner and the findings that come back', () => {
  const one = finding('some-rule', resource('u', 'a'));
  const open = [one, { ...one, status: 'pass' as const }, { ...one, ruleId: 'other' }].filter((each) =>
    isUnder(decision(), each),
  );
  const change = toEndingChange({ decision: decision(), kind: 'exceptionOver' }, open, { from: 'r1', to: 'r2' });
  expect(open).toHaveLength(1);
  expect(change).toMatchObject({
    kind: 'exceptionOver',
    sort: 'decision',
    actor: 'ada',
    severity: 'high',
    name: 'the whole tenant',
  });
  expect(change.findings).toMatchObject([{ ruleId: 'some-rule', from: 'excepted', to: 'fail' }]);
});

test('a finding that cannot be read on the day its exception ends still comes back', () => {
  const one = finding('some-rule', resource('u', 'a'), { status: 'unknown' });
  expect(isUnder(decision(), one)).toBe(true);
  expect(isUnder(decision(), { ...one, firstSeenAt: '' })).toBe(false);
});

describe('a finding that fails, passes and fails again', () => {
  const of = (status: 'fail' | 'pass' | 'unknown') => [
    finding('some-rule', resource('u', 'a'), { status, firstSeenAt: '' }),
  ];
  const days = ['2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'].map((day) => `${day}T06:00:00Z`);
  const lived = (...statuses: readonly ('fail' | 'pass' | 'unknown')[]) =>
    statuses.reduce<ReturnType<typeof of>[]>((past, status, at) => {
      const findings = remember(of(status), past.at(-1) ?? [], days[at]!) as ReturnType<typeof of>;
      return [...past, findings];
    }, []);
  const waysOf = (history: ReturnType<typeof of>[]): string[] =>
    history.slice(1).flatMap((findings, at) => {
      const before = record('u', ['a'], { findings: history[at]! });
      return movesBetween(before, record('u', ['a'], { findings }), undefined).map(({ way }) => way);
    });

  test('is opened, resolved, reopened', () => {
    expect(waysOf(lived('pass', 'fail', 'pass', 'fail'))).toEqual(['opened', 'resolved', 'reopened']);
  });

  test('is not resolved by not being seen', () => {
    expect(waysOf(lived('fail', 'unknown', 'fail'))).toEqual([]);
    expect(waysOf(lived('fail', 'unknown', 'pass', 'fail'))).toEqual(['resolved', 'reopened']);
  });

  test('remembers when it was resolved, and since when it fails anew', () => {
    expect(lived('fail', 'pass', 'fail').at(-1)).toMatchObject([{ firstSeenAt: days[2], resolvedAt: days[1] }]);
  });
});
