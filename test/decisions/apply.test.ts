import fc from 'fast-check';
import { change } from '../report/runs';
import { applyDecisions, approvalOf, approveChanges, decisionsAt, standingOf } from '../../src/decisions';
import type { Decision } from '../../src/model/decision';
import type { Finding, FindingStatus } from '../../src/model/finding';

const at = '2026-11-28T06:00:00.000Z';
const group = '/subscriptions/s/resourcegroups/ai';
const account = `${group}/providers/microsoft.cognitiveservices/accounts/a`;

const decision = (more: Partial<Decision> = {}): Decision => ({
  id: 'd-1',
  kind: 'exception',
  rule: 'deployment-model-retired',
  scope: '/',
  changes: [],
  reason: 'because',
  owner: 'ada',
  until: '2026-12-31T23:59:59.000Z',
  by: 'ada',
  at: '2026-11-01T00:00:00.000Z',
  ...more,
});

const finding = (more: Partial<Finding> = {}): Finding => ({
  ruleId: 'deployment-model-retired',
  resourceId: account,
  kind: 'aiAccount',
  status: 'fail',
  severity: 'high',
  evidence: '',
  fingerprint: 'f',
  defender: { outcome: 'notCompared', state: '', assessment: '', reason: '', statusChangedAt: '' },
  firstSeenAt: '',
  ...more,
});

const read = (decisions: readonly Decision[], one: Finding, when = at): Finding =>
  applyDecisions([one], decisionsAt(decisions, when))[0]!;

test('an exception makes an open finding excepted and says who answers for it and until when', () => {
  expect(read([decision()], finding())).toMatchObject({
    status: 'excepted',
    decision: { owner: 'ada', until: '2026-12-31T23:59:59.000Z' },
  });
});

test.each(['snooze', 'acknowledgement'] as const)('%s leaves it open and is told beside it', (kind) => {
  expect(read([decision({ kind })], finding())).toMatchObject({ status: 'fail', decision: { kind } });
});

test.each(['pass', 'unknown', 'notApplicable'] as const)(
  'a verdict %s is nobody’s to except',
  (status: FindingStatus) => {
    expect(read([decision({ rule: '*' })], finding({ status }))).toEqual(finding({ status }));
  },
);

test.each([
  ['everywhere', { scope: '/' }, true],
  ['its resource', { scope: account }, true],
  ['its group', { scope: group }, true],
  ['a group of a longer name', { scope: `${group}-prod` }, false],
  ['a group whose name it begins with', { scope: '/subscriptions/s/resourcegroups/a' }, false],
  ['what hangs below it', { scope: `${account}/deployments/d` }, false],
  ['a beginning of the rule', { rule: 'deployment-*' }, true],
  ['another rule', { rule: 'deployment-model-allowed' }, false],
  ['after it expired', { until: '2026-11-28T05:59:59.000Z' }, false],
  ['before it was taken', { at: '2026-11-29T00:00:00.000Z' }, false],
  ['after it was taken back', { withdrawn: { by: 'bo', at: '2026-11-27T00:00:00.000Z', reason: '' } }, false],
  ['an approval', { kind: 'approval', rule: '*' }, false],
] as const)('an exception of %s', (_, more, holds) => {
  expect(read([decision(more)], finding()).status).toBe(holds ? 'excepted' : 'fail');
});

test('of several the strongest speaks', () => {
  const several = [
    decision({ id: 'a', kind: 'acknowledgement' }),
    decision({ id: 'e', scope: group }),
    decision({ id: 's', kind: 'snooze' }),
  ];
  expect(read(several, finding()).decision?.id).toBe('e');
});

test('a decision is told to be ending in its last seven days', () => {
  const until = '2026-12-05T06:00:00.000Z';
  expect(standingOf(decision({ until }), '2026-11-28T05:59:59.000Z')).toBe('active');
  expect(standingOf(decision({ until }), at)).toBe('ending');
  expect(standingOf(decision({ until }), until)).toBe('expired');
});

test('an approval covers the changes it names and no others', () => {
  const approval = decision({ kind: 'approval', changes: ['c-1'], until: '' });
  expect(approvalOf([approval], { id: 'c-1', resourceId: account }, at)).toBe(approval);
  expect(approvalOf([approval], { id: 'c-2', resourceId: account }, at)).toBeUndefined();
});

test('reading by scope finds what a plain search over all decisions finds', () => {
  const place = fc.constantFrom('/', '/subscriptions/s', group, `${group}-prod`, account, `${account}/deployments/d`);
  const decisions = fc.array(
    fc.record({
      scope: place,
      rule: fc.constantFrom('*', 'deployment-*', 'deployment-model-retired', 'other'),
      kind: fc.constantFrom('exception' as const, 'snooze' as const),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(decisions, place, (drawn, id) => {
      const all = drawn.map((more, n) => decision({ ...more, id: String(n) }));
      const within = (scope: string): boolean => scope === '/' || id === scope || id.startsWith(`${scope}/`);
      const named = (rule: string): boolean => ['*', 'deployment-*', 'deployment-model-retired'].includes(rule);
      const plain = all.filter(({ scope, rule }) => within(scope) && named(rule));
      const excepted = plain.some(({ kind }) => kind === 'exception');
      const seen = read(all, finding({ resourceId: id }));
      expect(seen.status).toBe(excepted ? 'excepted' : 'fail');
      expect(seen.decision !== undefined).toBe(plain.length > 0);
    }),
  );
});

describe('a change that somebody said was meant', () => {
  const of = (more: Partial<Decision>) =>
    decision({ kind: 'approval', rule: '*', scope: '/', changes: ['c-1'], ...more });
  const drift = (more = {}) => ({
    from: 'r1',
    fromTakenAt: at,
    notCompared: [],
    changes: [change({ resourceId: account, ...more })],
  });

  test('is told as approved, and as an approved change of a model', () => {
    const [plain] = approveChanges(drift(), [of({})], at).changes;
    expect(plain?.approval).toMatch(/^approved by .+: .+/);
    expect(plain).not.toHaveProperty('integrity');
    const [swapped] = approveChanges(drift({ integrity: 'unapproved' }), [of({})], at).changes;
    expect(swapped).toMatchObject({ integrity: 'approved', severity: 'high' });
  });

  test('stays as it was where another was meant, or the approval was taken back', () => {
    const kept = drift({ integrity: 'unapproved' });
    const withdrawn = { by: 'bo', at: '2026-11-27T00:00:00.000Z', reason: '' };
    for (const one of [of({ changes: ['c-2'] }), of({ withdrawn }), of({ scope: `${account}2` })])
      expect(approveChanges(kept, [one], at)).toBe(kept);
  });
});
