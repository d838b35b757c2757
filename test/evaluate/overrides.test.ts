import { defaultPolicy, type Policy } from '../../src/model/policy';
import { fail } from '../../src/model/rule';
import { safe } from '../kit/safe';
import { account, gap, judged, rule, storage, strict } from './snapshots';

const prod = safe('aiAccount', { id: account, tags: { Env: 'Prod' } });
const other = safe('aiAccount', { id: account.replace('acct', 'acct2'), tags: { env: 'dev' } });
const below = safe('deployment', { id: `${account}/deployments/d`, parentId: account, tags: {} });
const one = strict('aiAccount', { id: 'aiservices-one', severity: 'medium' });
const onDeployment = strict('deployment', { id: 'deployment-one', severity: 'medium' });

type Overrides = Policy['severityOverrides'];
const told = (severityOverrides: Overrides, rules = [one, onDeployment], more: Partial<Policy> = {}) =>
  judged({ resources: [prod, other, below] }, rules, { severityOverrides, ...more }).map(
    ({ resourceId, severity }) => `${resourceId.split('/').at(-1)!} ${severity}`,
  );

describe('severity overrides', () => {
  it('hold for a tag, on the resource and on what hangs below it, case ignored', () =>
    expect(told([{ rules: ['*'], tag: 'env=prod', severity: 'critical' }])).toEqual([
      'acct critical',
      'd critical',
      'acct2 medium',
    ]));

  it('hold within a scope, and not for a name that begins alike', () =>
    expect(told([{ rules: ['*'], scope: account, step: 1 }])).toEqual(['acct high', 'd high', 'acct2 medium']));

  it.each([
    ['an id', ['deployment-one'], ['acct medium', 'd low', 'acct2 medium']],
    ['a beginning', ['aiservices-*'], ['acct low', 'd medium', 'acct2 low']],
    ['a beginning without a star', ['aiservices-'], ['acct medium', 'd medium', 'acct2 medium']],
  ])('hold for the rules named by %s', (_, rules, expected) => expect(told([{ rules, step: -1 }])).toEqual(expected));

  it('hold in order, and stop at both ends', () => {
    const worse = { rules: ['*'], step: 1 } as const;
    expect(told([worse, worse, worse, worse], [one])).toEqual(['acct critical', 'acct2 critical']);
    expect(
      told(
        [
          { rules: ['*'], severity: 'info' },
          { rules: ['*'], step: -1 },
        ],
        [one],
      )[0],
    ).toBe('acct info');
    expect(told([{ rules: ['*'], severity: 'info' }, worse], [one])[0]).toBe('acct low');
  });

  it('start from the severity of the verdict and of the rule in the file', () => {
    const worse = { rules: ['*'], step: 1 } as const;
    const lowered = rule('aiAccount', { id: 'r', severity: 'high', check: () => fail('x', { severity: 'low' }) });
    expect(told([worse], [lowered])[0]).toBe('acct medium');
    expect(told([worse], [one], { rules: { 'aiservices-one': { severity: 'low' } } })[0]).toBe('acct medium');
  });

  it('leave evidence and fingerprint alone', () => {
    const [plain] = judged({ resources: [prod] }, [one]);
    const [moved] = judged({ resources: [prod] }, [one], { severityOverrides: [{ rules: ['*'], step: 1 }] });
    expect(moved).toEqual({ ...plain, severity: 'high' });
  });
});

describe('rule switches', () => {
  const statuses = (ruleSwitches: Policy['ruleSwitches']) =>
    judged({ resources: [prod, other] }, [one], { ruleSwitches }).map(({ status }) => status);

  it('switch a rule off in one place, and say so there', () => {
    const ruleSwitches = [{ rules: ['*'], tag: 'env=dev', enabled: false }];
    const [, off] = judged({ resources: [prod, other] }, [one], { ruleSwitches });
    expect(off).toMatchObject({ status: 'notApplicable', evidence: 'switched off here by the policy file' });
    expect(statuses(ruleSwitches)).toEqual(['fail', 'notApplicable']);
  });

  it('let the last entry decide', () =>
    expect(
      statuses([
        { rules: ['*'], enabled: false },
        { rules: ['aiservices-one'], scope: account, enabled: true },
      ]),
    ).toEqual(['fail', 'notApplicable']));

  it('do not look where the rule is off: a gap there is not unknown', () => {
    const looks = rule('aiAccount', { id: 'r', check: (s, v) => (v.children(s, 'deployment'), fail('x')) });
    const gaps = [gap('deployment', account)];
    expect(judged({ resources: [prod], gaps }, [looks])[0]?.status).toBe('unknown');
    const ruleSwitches = [{ rules: ['r'], scope: '/subscriptions/s', enabled: false }];
    expect(judged({ resources: [prod], gaps }, [looks], { ruleSwitches })[0]?.status).toBe('notApplicable');
  });

  it('know a tag among others, and a rule named beside others', () => {
    const tagged = safe('aiAccount', { id: account, tags: { team: 'a', env: 'dev' } });
    const ruleSwitches = [{ rules: ['other-rule', 'aiservices-one'], tag: 'env=dev', enabled: false }];
    expect(judged({ resources: [tagged] }, [one], { ruleSwitches })[0]?.status).toBe('notApplicable');
  });

  it('do not hold by a tag on a dependency that nobody could read', () => {
    const using = safe('mlWorkspace', { storageAccountId: storage });
    const from = { resources: [using], gaps: [gap('storageAccount', storage)] };
    const ruleSwitches = [{ rules: ['*'], tag: 'env=dev', enabled: false }];
    expect(judged(from, [strict('storageAccount')], { ruleSwitches })[0]?.status).toBe('unknown');
  });

  it('and overrides are empty unless the file gives them', () =>
    expect(defaultPolicy).toMatchObject({ severityOverrides: [], ruleSwitches: [] }));
});
