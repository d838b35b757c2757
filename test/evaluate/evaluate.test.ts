import fc from 'fast-check';
import { enabledRules, evaluate } from '../../src/evaluate';
import { defaultPolicy } from '../../src/model/policy';
import { fail, pass, type Rule } from '../../src/model/rule';
import { safe } from '../kit/safe';
import { account, gap, judged, rule, snapshot, strict, workspace } from './snapshots';

const acct = safe('aiAccount');
const other = safe('aiAccount', { id: account.replace('acct', 'other') });
const statuses = (findings: readonly { status: string }[]): string[] => findings.map(({ status }) => status);

describe('a check that ran into a gap', () => {
  const looks = (id: string, look: Rule<'aiAccount'>['check']): Rule => rule('aiAccount', { id, check: look });
  const looking: readonly (readonly [string, Rule])[] = [
    ['children, answered pass', looks('r', (s, v) => (v.children(s, 'deployment').length >= 0 ? pass : fail('x')))],
    ['children, answered fail', looks('r', (s, v) => (v.children(s, 'deployment').length >= 0 ? fail('x') : pass))],
    ['all', looks('r', (_, v) => (v.all('deployment').length >= 0 ? pass : fail('x')))],
    ['byId', looks('r', (s, v) => (v.byId('deployment', `${s.id}/deployments/d`) ? pass : fail('x')))],
  ];
  it.each(looking)('is unknown whatever it returned: %s', (_, looker) => {
    const [finding] = judged({ resources: [acct], gaps: [gap('deployment', account)] }, [looker]);
    expect(finding).toMatchObject({ status: 'unknown', evidence: 'deployment not read: needs read/deployment' });
    expect(finding?.gap).toMatchObject({ scope: account, permission: 'read/deployment' });
  });

  it.each(['/', '/subscriptions/s', account, `${account}/deployments/one`])('is unknown for a gap at %s', (scope) => {
    expect(statuses(judged({ resources: [acct], gaps: [gap('deployment', scope)] }, [looking[0]![1]]))).toEqual([
      'unknown',
    ]);
  });

  it('is unknown for a gap of the context too', () => {
    const findings = judged({ resources: [acct], contextGaps: [gap('deployment', '/')] }, [looking[2]![1]]);
    expect(statuses(findings)).toEqual(['unknown']);
  });

  it.each([
    ['another account', other.id],
    ['an account whose name begins alike', `${account}2`],
    ['another subscription', '/subscriptions/s2'],
  ])('is certain when the gap is at %s', (_, scope) => {
    const gaps = [gap('deployment', scope)];
    expect(statuses(judged({ resources: [acct], gaps }, [looking[0]![1]]))).toEqual(['pass']);
    expect(statuses(judged({ resources: [acct], gaps }, [looking[3]![1]]))).toEqual(['fail']);
  });

  it('is certain for a gap of another kind, and for one of a single property', () => {
    const gaps = [gap('project', account), gap('deployment', account, { property: 'sku' })];
    expect(statuses(judged({ resources: [acct], gaps }, [looking[0]![1]]))).toEqual(['pass']);
  });

  it('is certain when it answered before looking, or found the resource by id', () => {
    const gaps = [gap('deployment', account)];
    expect(statuses(judged({ resources: [acct], gaps }, [strict('aiAccount')]))).toEqual(['fail']);
    const held = safe('deployment', { id: `${account}/deployments/d` });
    const findings = judged({ resources: [acct, held], gaps }, [looking[3]![1]]);
    expect(statuses(findings)).toEqual(['pass']);
  });
});

describe('a property that Azure did not state', () => {
  const asks = rule('aiAccount', { check: (s, v) => (v.stated(s, 'capabilities') ? pass : fail('absent')) });
  it.each([
    ['this property', account, 'capabilities', 'unknown'],
    ['another property', account, 'sku', 'pass'],
    ['another resource', other.id, 'capabilities', 'pass'],
  ])('%s', (_, scope, property, status) => {
    const gaps = [gap('aiAccount', scope, { reason: 'notStated', permission: '', detail: 'left out', property })];
    expect(statuses(judged({ resources: [acct], gaps }, [asks]))).toEqual([status]);
  });

  it('is told by its name and what Azure said', () => {
    const gaps = [
      gap('aiAccount', account, { reason: 'notStated', permission: '', detail: 'left out', property: 'capabilities' }),
    ];
    expect(judged({ resources: [acct], gaps }, [asks])[0]?.evidence).toBe('capabilities not read: left out');
  });

  it('doubt makes the verdict unknown, even when the check goes on to pass', () => {
    const doubts = rule('aiAccount', {
      check: (s, v) => {
        v.doubt(s, 'contentFilters', 'hate not stated');
        return pass;
      },
    });
    const [finding] = judged({ resources: [acct] }, [doubts]);
    expect(finding).toMatchObject({ status: 'unknown', evidence: 'contentFilters not read: hate not stated' });
    expect(finding?.gap).toMatchObject({ reason: 'notStated', property: 'contentFilters', scope: account });
  });
});

describe('the rule set', () => {
  it.each([
    ['as it is', {}, 1],
    ['switched off', { rules: { 'aiAccount-rule': { enabled: false } } }, 0],
  ])('judges with a rule %s', (_, policy, count) =>
    expect(judged({ resources: [acct] }, [strict('aiAccount')], policy)).toHaveLength(count),
  );

  it('leaves info rules out until the policy switches them on', () => {
    const info = strict('aiAccount', { severity: 'info' });
    expect(judged({ resources: [acct] }, [info])).toEqual([]);
    const on = { rules: { [info.id]: { enabled: true } } };
    expect(judged({ resources: [acct] }, [info], on)).toMatchObject([{ severity: 'info' }]);
    expect(enabledRules([info], { ...defaultPolicy, ...on })).toEqual([info]);
  });

  it('lets the policy override the severity, and the verdict override both', () => {
    const policy = { rules: { 'aiAccount-rule': { severity: 'low' as const } } };
    expect(judged({ resources: [acct] }, [strict('aiAccount')], policy)[0]?.severity).toBe('low');
    const worse = rule('aiAccount', { check: () => fail('x', { severity: 'critical' }) });
    expect(judged({ resources: [acct] }, [worse], policy)[0]?.severity).toBe('critical');
    const unknown = judged(
      { resources: [acct], gaps: [gap('deployment', account)] },
      [rule('aiAccount', { check: (s, v) => (v.children(s, 'deployment').length ? pass : pass) })],
      policy,
    );
    expect(unknown[0]).toMatchObject({ status: 'unknown', severity: 'low' });
  });
});

it('lets a check know the instant of the run', () => {
  const tells = rule('aiAccount', { check: (_, view) => fail(`the time is ${view.takenAt}`) });
  expect(judged({ resources: [acct] }, [tells])[0]?.evidence).toBe('the time is 2026-11-24T06:00:00Z');
});

describe('fingerprints', () => {
  const of = (check: Rule<'aiAccount'>['check'], id = 'r', more = {}): string | undefined =>
    judged({ resources: [acct] }, [rule('aiAccount', { id, check, ...more })])[0]?.fingerprint;
  const held = of(() => fail('one wording'));

  it('ignore wording, title and severity', () => {
    expect(of(() => fail('another wording'))).toBe(held);
    expect(of(() => fail('x', { severity: 'low' }), 'r', { title: 'Other', severity: 'critical' })).toBe(held);
    expect(of(() => pass)).toBe(held);
  });

  it('tell rules, resources and evidence keys apart', () => {
    const elsewhere = judged({ resources: [other] }, [rule('aiAccount', { id: 'r' })])[0]?.fingerprint;
    expect(new Set([held, of(() => fail('x'), 'r2'), of(() => fail('x', { key: 'k' })), elsewhere]).size).toBe(4);
  });
});

describe('determinism', () => {
  const deployments = ['c', 'a', 'b'].map((name) => safe('deployment', { id: `${account}/deployments/${name}` }));
  const first = rule('aiAccount', {
    check: (s, v) => fail(`first is ${v.children(s, 'deployment')[0]?.name}, of all ${v.all('deployment')[0]?.name}`),
  });
  const touches = rule('mlWorkspace', { check: (s, v) => (v.children(s, 'compute').length ? pass : pass) });
  const resources = [acct, other, safe('mlWorkspace'), ...deployments];
  const gaps = [
    gap('compute', workspace, { permission: 'b' }),
    gap('compute', '/', { permission: 'c' }),
    gap('compute', workspace, { permission: '', detail: 'a', reason: 'failed' }),
  ];
  const bytes = (from: Parameters<typeof snapshot>[0], rules: readonly Rule[]): string =>
    JSON.stringify(evaluate(snapshot(from), rules, defaultPolicy));
  const rules = [first, touches, strict('deployment')];
  const expected = bytes({ resources, gaps }, rules);

  it('gives the same bytes for any order of the snapshot and of the rules', () => {
    const shuffled = <T>(all: readonly T[]): fc.Arbitrary<T[]> =>
      fc.shuffledSubarray([...all], { minLength: all.length });
    fc.assert(
      fc.property(shuffled(resources), shuffled(gaps), shuffled(rules), (r, g, order) => {
        expect(bytes({ resources: r, gaps: g }, order)).toBe(expected);
      }),
    );
  });

  it('judges a resource once that is held twice, as the unit itself read it', () => {
    const st = safe('storageAccount');
    const ws = safe('mlWorkspace', { storageAccountId: st.id });
    const keys = rule('storageAccount', { check: (s) => (s.allowSharedKeyAccess ? fail('on') : pass) });
    const context = [{ ...st, allowSharedKeyAccess: true }];
    expect(statuses(judged({ resources: [ws, st], context }, [keys]))).toEqual(['pass']);
  });
});
