import { carried, carriedFindings, remember } from '../../src/drift';
import { account, gap, snapshot, storage } from '../evaluate/snapshots';
import { safe } from '../kit/safe';
import { on } from './records';

const acct = safe('aiAccount');
const deployment = safe('deployment');

describe('carried', () => {
  it.each([
    ['not there and not known to be gone: carried', {}, [deployment.id]],
    ['there: not carried', { resources: [deployment] }, []],
    ['there as context: not carried', { context: [deployment] }, []],
    ['gone: not carried', { gone: [deployment.id] }, []],
    ['below one that is gone: not carried', { gone: [account] }, []],
    ['one whose id begins alike is gone: carried', { gone: [`${account}/deployments/gp`] }, [deployment.id]],
  ])('%s', (_, more, ids) => {
    const held = carried([deployment], 'r1', snapshot(more));
    expect(held.map(({ id }) => id)).toEqual(ids);
  });

  it('names the run it was last read in, however long ago', () => {
    const [first] = carried([deployment], 'r1', snapshot({}));
    expect(first?.carriedFrom).toBe('r1');
    expect(carried([first!], 'r2', snapshot({}))[0]?.carriedFrom).toBe('r1');
  });
});

describe('carried findings', () => {
  const failing = on(deployment, 'fail');

  it('are unknown, keep their instant, and say which right is missing', () => {
    const [finding] = carriedFindings([failing], [deployment], [gap('deployment', account)]);
    expect(finding).toMatchObject({
      status: 'unknown',
      evidence: 'deployment not read: needs read/deployment',
      firstSeenAt: failing.firstSeenAt,
      fingerprint: failing.fingerprint,
      gap: { scope: account },
    });
  });

  it.each([
    ['the gap of its whole subscription', [gap('subscription', '/subscriptions/s')], 'needs read/subscription'],
    [
      'its own kind before the subscription',
      [gap('subscription', '/subscriptions/s'), gap('deployment', '/')],
      'needs read/deployment',
    ],
    ['no gap of another kind', [gap('project', account)], 'not known to be gone'],
    ['no gap of a property', [gap('deployment', deployment.id, { property: 'sku' })], 'not known to be gone'],
    ['no gap elsewhere', [gap('deployment', `${account}2`)], 'not known to be gone'],
  ])('take %s', (_, gaps, words) =>
    expect(carriedFindings([failing], [deployment], gaps)[0]?.evidence).toContain(words),
  );

  it('are those of carried resources only', () =>
    expect(carriedFindings([failing, on(acct, 'fail')], [acct], []).map(({ resourceId }) => resourceId)).toEqual([
      account,
    ]));
});

describe('remember', () => {
  const since = '2026-11-01T06:00:00Z';
  const instant = (before: Parameters<typeof remember>[1], now: Parameters<typeof remember>[0]): string =>
    remember(now, before, '2026-11-24T06:00:00Z')[0]!.firstSeenAt;

  it.each([
    ['a first failure begins now', [], 'fail', '2026-11-24T06:00:00Z'],
    ['a failure goes on', [on(acct, 'fail')], 'fail', since],
    ['unknown keeps the instant of a failure', [on(acct, 'fail')], 'unknown', since],
    ['unknown has none after a pass', [on(acct, 'pass')], 'unknown', ''],
    ['a failure after unknown goes on', [on(acct, 'unknown', { firstSeenAt: since })], 'fail', since],
    ['a pass ends it', [on(acct, 'fail')], 'pass', ''],
    ['a failure after a pass begins anew', [on(acct, 'pass')], 'fail', '2026-11-24T06:00:00Z'],
  ] as const)('%s', (_, before, status, at) =>
    expect(instant(before, [on(acct, status, { firstSeenAt: '' })])).toBe(at),
  );

  it('tells rules and resources apart, and evidence keys not', () => {
    const before = [on(acct, 'fail', { ruleId: 'other' }), on(safe('storageAccount', { id: storage }), 'fail')];
    expect(instant(before, [on(acct, 'fail')])).toBe('2026-11-24T06:00:00Z');
    expect(instant([on(acct, 'fail', { fingerprint: 'a' })], [on(acct, 'fail', { fingerprint: 'b' })])).toBe(since);
  });
});
