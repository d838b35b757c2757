import type { Finding } from '../../src/model/finding';
import { account } from '../evaluate/snapshots';
import { safe } from '../kit/safe';
import { drift, gap, on, pair, record, told } from './records';

const acct = safe('aiAccount');
const unknownSince = (firstSeenAt: string): Finding => on(acct, 'unknown', { firstSeenAt });
const moved = (before: Finding | undefined, after: Finding | undefined): string[] =>
  told(record([acct], before ? [before] : []), record([acct], after ? [after] : []));

describe('a verdict that moved though nothing we watch changed', () => {
  it.each([
    ['opened', on(acct, 'pass'), on(acct, 'fail'), ['opened acct [r pass → fail]']],
    ['opened from nothing', undefined, on(acct, 'fail'), ['opened acct [r  → fail]']],
    [
      'opened from not applicable',
      on(acct, 'notApplicable'),
      on(acct, 'fail'),
      ['opened acct [r notApplicable → fail]'],
    ],
    ['resolved', on(acct, 'fail'), on(acct, 'pass'), ['resolved acct [r fail → pass]']],
    [
      'resolved by no longer applying',
      on(acct, 'fail'),
      on(acct, 'notApplicable'),
      ['resolved acct [r fail → notApplicable]'],
    ],
    [
      'worse',
      on(acct, 'fail', { severity: 'low' }),
      on(acct, 'fail', { severity: 'high' }),
      ['worse acct [r fail → fail]'],
    ],
    ['better is no news', on(acct, 'fail', { severity: 'high' }), on(acct, 'fail', { severity: 'low' }), []],
    ['pass to unknown is no news', on(acct, 'pass'), unknownSince(''), []],
    ['fail to unknown is not resolved', on(acct, 'fail'), unknownSince('2026-11-01T06:00:00Z'), []],
    ['fail, unknown, fail is not opened again', unknownSince('2026-11-01T06:00:00Z'), on(acct, 'fail'), []],
    [
      'nor worse, whatever severity the unknown one had',
      { ...unknownSince('2026-11-01T06:00:00Z'), severity: 'low' as const },
      on(acct, 'fail'),
      [],
    ],
    [
      'fail, unknown, pass is resolved',
      unknownSince('2026-11-01T06:00:00Z'),
      on(acct, 'pass'),
      ['resolved acct [r fail → pass]'],
    ],
    ['pass, unknown, pass is no news', unknownSince(''), on(acct, 'pass'), []],
    ['pass, unknown, fail is opened', unknownSince(''), on(acct, 'fail'), ['opened acct [r  → fail]']],
    ['other words are no news', on(acct, 'fail', { evidence: 'a' }), on(acct, 'fail', { evidence: 'b' }), []],
    ['nor another evidence key', on(acct, 'fail', { fingerprint: 'a' }), on(acct, 'fail', { fingerprint: 'b' }), []],
  ])('%s', (_, before, after, words) => expect(moved(before, after)).toEqual(words));
});

describe('the severity of a change', () => {
  const off = { ...acct, localAuthDisabled: false };
  const change = (...findings: readonly (readonly [Finding, Finding])[]) =>
    drift([
      pair(
        record(
          [acct],
          findings.map(([was]) => was),
        ),
        record(
          [off],
          findings.map(([, is]) => is),
        ),
      ),
    ]).changes[0]!;
  const opened = (severity: Finding['severity'], ruleId: string) =>
    [on(acct, 'pass', { ruleId }), on(acct, 'fail', { ruleId, severity })] as const;
  const resolved = (severity: Finding['severity'], ruleId: string) =>
    [on(acct, 'fail', { ruleId, severity }), on(acct, 'pass', { ruleId })] as const;

  it.each([
    ['the worst it opened', [opened('low', 'a'), opened('high', 'b')], 'opened', 'high', 'b'],
    ['not what it resolved', [opened('low', 'a'), resolved('critical', 'b')], 'opened', 'low', 'a'],
    [
      'what it resolved, when it did nothing else',
      [resolved('medium', 'a'), resolved('high', 'b')],
      'resolved',
      'high',
      'b',
    ],
    ['info, when it moved nothing', [], 'changed', 'info', undefined],
  ] as const)('is %s', (_, findings, kind, severity, first) => {
    const found = change(...findings);
    expect(found).toMatchObject({ kind, severity, property: 'disableLocalAuth' });
    expect(found.findings[0]?.ruleId).toBe(first);
  });
});

describe('resources that came and went', () => {
  const deployment = safe('deployment');

  it('tells an arrival with what it brings', () => {
    const found = told(
      record([acct]),
      record([acct, deployment], [on(deployment, 'fail'), on(deployment, 'pass', { ruleId: 'ok' })]),
    );
    expect(found).toEqual(['appeared gpt [r  → fail]']);
  });

  it('tells a resource as gone, with what went with it', () => {
    const found = told(record([acct, deployment], [on(deployment, 'fail')]), record([acct]));
    expect(found).toEqual(['gone gpt [r fail → gone]']);
  });

  it('never tells a carried one as gone or changed', () => {
    const carried = { ...deployment, sku: 'X', carriedFrom: 'r1' };
    const held = on(deployment, 'unknown', { firstSeenAt: '2026-11-01T06:00:00Z' });
    expect(told(record([acct, deployment], [on(deployment, 'fail')]), record([acct, carried], [held]))).toEqual([]);
    expect(told(record([acct]), record([acct, carried]))).toEqual([]);
  });

  it('compares one that comes back with what was last known of it', () => {
    const carried = { ...deployment, carriedFrom: 'r1' };
    expect(told(record([acct, carried]), record([acct, deployment]))).toEqual([]);
    const back = told(record([acct, carried]), record([acct, { ...deployment, sku: 'Standard' }]));
    expect(back).toEqual(['changed gpt sku "DataZoneStandard" → "Standard"']);
  });

  it('tells a unit that is new to us as one arrival', () => {
    const changes = drift([
      { ...pair(record([]), record([acct])), coverageBefore: undefined, before: undefined },
    ]).changes;
    expect(changes).toMatchObject([{ kind: 'appeared', resourceKind: 'subscription', resourceId: '/subscriptions/s' }]);
    expect(changes).toHaveLength(1);
  });

  it('does not take a dependency that the tenant no longer shares for gone', () => {
    const tenant = { unit: 'tenant' };
    const st = safe('storageAccount');
    expect(told(record([st], [], tenant), record([], [], tenant))).toEqual([]);
  });

  it('says who wrote only when that was since the last run', () => {
    const who = (changedAt: string) =>
      drift([
        pair(record([acct]), record([{ ...acct, localAuthDisabled: false, changedBy: 'a@b.example', changedAt }])),
      ]).changes[0];
    expect(who('2026-11-23T07:00:00Z')).toMatchObject({ actor: 'a@b.example', at: '2026-11-23T07:00:00Z' });
    expect(who('2026-11-20T07:00:00Z')).toMatchObject({ actor: '', at: '' });
  });
});

describe('the rule set', () => {
  const failing = (...rules: string[]): Finding[] => rules.map((ruleId) => on(acct, 'fail', { ruleId }));

  it('is no drift when a rule comes or goes', () => {
    const rulesInBoth = new Set(['r']);
    expect(told(record([acct], failing('r')), record([acct], failing('fresh', 'r')), { rulesInBoth })).toEqual([]);
    expect(told(record([acct], failing('old', 'r')), record([acct], failing('r')), { rulesInBoth })).toEqual([]);
  });

  it('still tells what the rules of both runs say', () => {
    const found = told(record([acct], failing('old')), record([acct], failing('r', 'fresh')), {
      rulesInBoth: new Set(['r']),
    });
    expect(found).toEqual(['opened acct [r  → fail]']);
  });
});

describe('Defender', () => {
  const seen = (outcome: Finding['defender']['outcome'], status: Finding['status'] = 'fail'): Finding =>
    on(acct, status, { defender: { outcome, state: '', assessment: '', reason: '', statusChangedAt: '' } });

  it.each(['onlyUs', 'onlyDefender'] as const)('apart from us is told by itself: %s', (outcome) => {
    const { changes } = drift([pair(record([acct], [seen('agree')]), record([acct], [seen(outcome)]))]);
    expect(changes).toMatchObject([
      { kind: 'diverged', sort: 'defender', severity: 'info', before: 'agree', after: outcome },
    ]);
  });

  it.each([
    ['the same difference', seen('onlyUs'), seen('onlyUs')],
    ['the other difference', seen('onlyUs'), seen('onlyDefender')],
    ['agreeing again', seen('onlyUs'), seen('agree')],
    ['a difference that lags', seen('agree'), seen('stale')],
  ])('has no news: %s', (_, before, after) => expect(moved(before, after)).toEqual([]));

  it('is not told where our own verdict moved', () =>
    expect(moved(seen('agree', 'pass'), seen('onlyUs'))).toEqual(['opened acct [r pass → fail]']));
});

it('keeps the order of weight, and the ids of one pair of runs', () => {
  const other = safe('aiAccount', { id: `${account}b` });
  const before = record(
    [acct, other],
    [on(acct, 'pass'), on(other, 'fail', { ruleId: 'x' }), on(other, 'pass', { ruleId: 'y' })],
  );
  const after = record(
    [acct, other],
    [on(acct, 'fail'), on(other, 'pass', { ruleId: 'x' }), on(other, 'fail', { ruleId: 'y', severity: 'critical' })],
  );
  const lost = record([], [], {
    unit: 'u',
    name: 'gone dark',
    state: 'notRead',
    gaps: [gap('subscription', '/subscriptions/u')],
  });
  const pairs = [pair(before, after), pair(record([], [], { unit: 'u' }), lost)];
  const { changes } = drift(pairs);
  expect(changes.map(({ kind, severity }) => `${kind} ${severity}`)).toEqual([
    'opened critical',
    'opened high',
    'seenLess info',
    'resolved high',
  ]);
  const ids = changes.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(drift([...pairs].reverse()).changes).toEqual(changes);
  expect(drift(pairs, { to: 'r3' }).changes.map(({ id }) => id)).not.toEqual(ids);
});
