import { account } from '../evaluate/snapshots';
import { safe } from '../kit/safe';
import { coverage, drift, gap, on, pair, record } from './records';

const acct = safe('aiAccount');
const weak = { ...acct, localAuthDisabled: false };
const deployment = safe('deployment');
const denied = [gap('subscription', '/subscriptions/s', { permission: 'Microsoft.Resources/subscriptions/read' })];
const noDeployments = [gap('deployment', account)];
const full = record([acct, deployment], [on(acct, 'pass'), on(deployment, 'fail')]);
const carriedDeployment = { ...deployment, carriedFrom: 'r1' };
const partial = record(
  [weak, carriedDeployment],
  [on(acct, 'fail'), on(deployment, 'unknown', { firstSeenAt: '2026-11-01T06:00:00Z' })],
  { gaps: noDeployments },
);
const dark = record([{ ...acct, carriedFrom: 'r1' }], [], { state: 'notRead', gaps: denied });
const shortly = ({ changes, notCompared }: ReturnType<typeof drift>) => ({
  changes: changes.map(({ kind, name, findings }) => `${kind} ${name} ${findings.length}`),
  notCompared,
});

describe('a unit that was read less', () => {
  it('speaks of coverage only, and is not compared', () => {
    const found = drift([pair(full, partial)]);
    expect(shortly(found)).toEqual({ changes: ['seenLess AI prod 0'], notCompared: ['s'] });
    expect(found.changes[0]).toMatchObject({
      sort: 'coverage',
      severity: 'info',
      before: 'read',
      after: 'partial',
      client: 'read/deployment',
      resourceId: '/subscriptions/s',
    });
  });

  it('says so when nothing of it could be read', () =>
    expect(shortly(drift([pair(full, dark)]))).toEqual({ changes: ['seenLess AI prod 0'], notCompared: ['s'] }));

  it('says so again when it is read less once more, and not while it stays', () => {
    expect(shortly(drift([pair(partial, dark)])).changes).toEqual(['seenLess AI prod 0']);
    expect(shortly(drift([pair(dark, dark)]))).toEqual({ changes: [], notCompared: ['s'] });
    const other = { ...partial, gaps: [gap('project', account)] };
    expect(shortly(drift([pair(partial, other)]))).toEqual({ changes: ['seenLess AI prod 0'], notCompared: ['s'] });
  });

  it('is compared with what was last compared when it can be read again, so that nothing is lost', () => {
    const after = record([weak, deployment], [on(acct, 'fail'), on(deployment, 'fail')]);
    const found = drift([pair(full, after, coverage(partial))]);
    expect(shortly(found)).toEqual({ changes: ['opened acct 1', 'seenMore AI prod 0'], notCompared: [] });
    expect(found.changes[1]).toMatchObject({ before: 'partial', after: 'read' });
  });

  it('is compared while it stays partial alike: what is carried is neither gone nor resolved', () => {
    const found = drift([pair(full, partial, coverage(partial))]);
    expect(shortly(found)).toEqual({ changes: ['opened acct 1'], notCompared: [] });
  });

  it.each(['notStated', 'bounded'] as const)(
    'is still compared where Azure or we leave something out: %s',
    (reason) => {
      const after = record([weak, deployment], [on(acct, 'fail'), on(deployment, 'fail')], {
        state: 'read',
        gaps: [gap('deployment', account, { reason })],
      });
      expect(shortly(drift([pair(full, after)]))).toEqual({ changes: ['opened acct 1'], notCompared: [] });
    },
  );

  it('is read when it is disabled: there is nothing to see', () =>
    expect(shortly(drift([pair(full, { ...full, state: 'disabled' })]))).toEqual({ changes: [], notCompared: [] }));
});

describe('what could not be seen before', () => {
  it('has not appeared, and its faults are told with the sight that came back', () => {
    const before = record([acct], [on(acct, 'pass')], { gaps: noDeployments });
    const found = drift([pair(before, full)]);
    expect(shortly(found)).toEqual({ changes: ['seenMore AI prod 1'], notCompared: [] });
    expect(found.changes[0]).toMatchObject({
      severity: 'high',
      findings: [{ resourceId: deployment.id, from: '', to: 'fail' }],
    });
  });

  it('holds for a whole subscription that was dark from the first run on', () => {
    const found = drift([pair(record([], [], { state: 'notRead', gaps: denied }), full)]);
    expect(shortly(found)).toEqual({ changes: ['seenMore AI prod 1'], notCompared: [] });
  });

  it('holds for a verdict that was unknown from the first run on', () => {
    const before = record([acct], [on(acct, 'unknown')], { gaps: noDeployments });
    const found = drift([pair(before, record([acct], [on(acct, 'fail')]))]);
    expect(shortly(found).changes).toEqual(['seenMore AI prod 1']);
  });

  it('does not hold for another kind, another place, or a known verdict', () => {
    const project = safe('project');
    const before = record([acct], [on(acct, 'pass')], { gaps: noDeployments });
    const after = record(
      [weak, project, deployment],
      [on(acct, 'fail', { evidence: 'disableLocalAuth is false' }), on(project, 'fail')],
    );
    expect(shortly(drift([pair(before, after)])).changes).toEqual([
      'opened acct 1',
      'appeared p 1',
      'seenMore AI prod 0',
    ]);
    const elsewhere = { ...before, gaps: [gap('deployment', `${account}2`)] };
    expect(shortly(drift([pair(elsewhere, full)])).changes).toContain('appeared gpt 1');
  });
});

it('asks for the right that is missing at the tenant, by its own place', () => {
  const tenant = (gaps = noDeployments) => record([], [], { unit: 'tenant', name: 'tenant', gaps });
  expect(drift([pair(tenant([]), tenant())]).changes[0]).toMatchObject({
    kind: 'seenLess',
    resourceId: '/',
    client: 'read/deployment',
  });
});
