import { withLag } from '../../src/correlate';
import type { DefenderView, Finding } from '../../src/model/finding';

const takenAt = '2026-11-24T06:00:00Z';
const finding = (defender: Partial<DefenderView>, more: Partial<Finding> = {}): Finding => ({
  ruleId: 'aiservices-local-auth-disabled',
  resourceId: '/x',
  kind: 'aiAccount',
  status: 'fail',
  severity: 'high',
  evidence: 'disableLocalAuth is false',
  fingerprint: 'f',
  firstSeenAt: '2026-11-20T06:00:00Z',
  defender: {
    outcome: 'agree',
    state: 'Unhealthy',
    assessment: 'a',
    reason: '',
    statusChangedAt: '2026-11-21T09:29:59.123Z',
    ...defender,
  },
  ...more,
});
const lag = (defender: Partial<DefenderView>, more: Partial<Finding> = {}): number | undefined =>
  withLag([finding(defender, more)], takenAt)[0]?.defender.lagHours;

describe('the lag of Defender', () => {
  it('is the time from our first sight to its change of mind, in whole hours', () => {
    expect(lag({})).toBe(27);
    expect(lag({ statusChangedAt: '2026-11-21T09:30:00Z' })).toBe(28);
    expect(lag({ statusChangedAt: '2026-11-20T06:00:00Z' })).toBe(0);
  });

  it('is negative where Defender was first', () => expect(lag({ statusChangedAt: '2026-11-19T06:00:00Z' })).toBe(-24));

  it('grows to the run while Defender has not looked again', () =>
    expect(lag({ outcome: 'stale', state: 'Healthy', statusChangedAt: '2026-10-01T00:00:00Z' })).toBe(96));

  it.each(['onlyUs', 'onlyDefender', 'exempt', 'notAssessed', 'notCompared'] as const)('is none for %s', (outcome) =>
    expect(lag({ outcome })).toBeUndefined(),
  );

  it('is none where nothing fails, nothing is remembered, or Defender states no instant', () => {
    expect(lag({}, { status: 'pass', firstSeenAt: '' })).toBeUndefined();
    expect(lag({}, { status: 'unknown' })).toBeUndefined();
    expect(lag({}, { firstSeenAt: '' })).toBeUndefined();
    expect(lag({ statusChangedAt: '' })).toBeUndefined();
  });
});
