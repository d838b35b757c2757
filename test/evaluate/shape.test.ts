import { evaluate } from '../../src/evaluate';
import { defaultPolicy } from '../../src/model/policy';
import { fail, notApplicable, pass, type Rule, type Verdict } from '../../src/model/rule';
import { safe } from '../kit/safe';

const account = safe('aiAccount');

const ruleSaying = (verdict: Verdict, needs: Rule['needs'] = []): Rule =>
  ({
    id: 'a-rule',
    subject: 'aiAccount',
    needs,
    title: 'fault',
    severity: 'high',
    why: 'because',
    fix: { text: 'mend it' },
    references: [],
    controls: {},
    check: (
      subject: { readonly id: string },
      view: { children: (parent: { id: string }, kind: string) => unknown },
    ) => {
      if (needs.length > 0) view.children(subject, 'guardrail');
      return verdict;
    },
  }) as unknown as Rule;

const judge = (rule: Rule, permission = 'right/read') =>
  evaluate(
    {
      unit: 's',
      takenAt: '2026-11-24T06:00:00Z',
      resources: [account],
      context: [],
      gaps: [{ kind: 'guardrail', scope: account.id, reason: 'forbidden', permission, detail: 'said no' }],
      contextGaps: [],
      gone: [],
    },
    [rule],
    defaultPolicy,
  );

const common = {
  ruleId: 'a-rule',
  resourceId: account.id,
  kind: 'aiAccount',
  severity: 'high',
  firstSeenAt: '',
  fingerprint: expect.stringMatching(/^[\w-]{22}$/) as string,
  defender: { outcome: 'notCompared', state: '', assessment: '', reason: '', statusChangedAt: '' },
};

describe('a finding, whole', () => {
  it('says nothing more when the check passes', () => {
    expect(judge(ruleSaying(pass))).toEqual([{ ...common, status: 'pass', evidence: '' }]);
  });

  it('says why a rule does not apply', () => {
    const findings = judge(ruleSaying(notApplicable('embeddings take no filter')));
    expect(findings).toEqual([{ ...common, status: 'notApplicable', evidence: 'embeddings take no filter' }]);
  });

  it('holds the evidence and its own severity when the check fails', () => {
    const findings = judge(ruleSaying(fail('disableLocalAuth is false', { severity: 'low' })));
    expect(findings).toEqual([{ ...common, status: 'fail', severity: 'low', evidence: 'disableLocalAuth is false' }]);
  });

  it.each([
    ['right/read', 'guardrail not read: needs right/read'],
    ['', 'guardrail not read: said no'],
  ])('names the missing right %s, or what Azure said', (permission, evidence) => {
    const [finding] = judge(ruleSaying(pass, ['guardrail']), permission);
    expect(finding).toMatchObject({ ...common, status: 'unknown', evidence, gap: { kind: 'guardrail', permission } });
  });

  it('keeps the fingerprint of a rule, a resource and a key apart from all others', () => {
    const prints = ['', 'k'].map((key) => judge(ruleSaying(fail('x is y', { key })))[0]?.fingerprint);
    expect(new Set(prints).size).toBe(2);
  });
});
