import fc from 'fast-check';
import { summarise, totals } from '../../src/evaluate';
import type { Finding } from '../../src/model/finding';
import type { Resource } from '../../src/model/resource';
import type { RunSummary } from '../../src/model/run';
import { severities, type Severity } from '../../src/model/rule';
import { finding } from '../store/records';
import { safe } from '../kit/safe';
import { account, storage, workspace } from './snapshots';

const acct = safe('aiAccount');
const other = safe('aiAccount', { id: account.replace('acct', 'other'), hosts: ['other.example'] });
const on = (resource: Resource, status: Finding['status'], severity: Severity = 'high', ruleId = 'r'): Finding =>
  finding(ruleId, resource, { status, severity, firstSeenAt: '' });

const scoreOf = (
  resources: readonly Resource[],
  findings: readonly Finding[],
  foreign: readonly Finding[] = [],
  context: readonly Resource[] = [],
): RunSummary => totals([summarise({ resources, context, findings, foreign })]);

describe('the score', () => {
  it.each([
    ['no fault', [], 100],
    ['critical', ['critical'], 40],
    ['high', ['high'], 70],
    ['medium', ['medium'], 88],
    ['low', ['low'], 97],
    ['info', ['info'], 100],
    ['one of each', ['critical', 'high', 'medium', 'low'], 23.9],
    ['two critical', ['critical', 'critical'], 16],
  ] as const)('%s', (_, open, score) => {
    const findings = [on(acct, 'pass'), ...open.map((severity) => on(acct, 'fail', severity))];
    expect(scoreOf([acct], findings).score).toBe(score);
  });

  it('is the mean over accounts and workspaces that were judged', () => {
    const summary = scoreOf([acct, other], [on(acct, 'fail', 'critical'), on(other, 'pass')]);
    expect(summary).toMatchObject({ score: 70, scoreRange: [70, 70] });
  });

  it('is null when nothing was judged, with the whole range where there is something to judge', () => {
    expect(scoreOf([], [])).toMatchObject({ score: null, scoreRange: null });
    expect(scoreOf([acct], [on(acct, 'unknown')])).toMatchObject({ score: null, scoreRange: [0, 100] });
    expect(scoreOf([acct], [on(acct, 'notApplicable')])).toMatchObject({ score: null, scoreRange: [0, 100] });
  });

  it('is not raised by losing sight of a fault, nor of a whole account', () => {
    const lost = { ...on(acct, 'unknown', 'critical'), firstSeenAt: '2026-11-23T06:00:00Z' };
    expect(scoreOf([acct, other], [lost, on(acct, 'pass'), on(other, 'pass')])).toMatchObject({
      score: 70,
      scoreRange: [70, 100],
    });
    const carried = { ...acct, carriedFrom: 'run-1' };
    expect(scoreOf([carried, other], [lost, on(other, 'pass')])).toMatchObject({ score: 70, scoreRange: [70, 100] });
  });

  it('ranges from all unknown as fail to all unknown as pass', () => {
    const summary = scoreOf([acct], [on(acct, 'pass'), on(acct, 'unknown', 'critical'), on(acct, 'fail', 'high')]);
    expect(summary).toMatchObject({ score: 70, scoreRange: [28, 70], unknown: 1 });
  });

  it('is widened, never raised, by an account that was not judged', () => {
    const summary = scoreOf([acct, other], [on(acct, 'fail', 'critical')]);
    expect(summary).toMatchObject({ score: 40, scoreRange: [20, 70] });
  });

  it.each<[string, Resource, Resource[]]>([
    ['a deployment below it', safe('deployment', { id: `${account}/deployments/d` }), [acct]],
    ['the storage it uses', safe('storageAccount'), [safe('aiAccount', { userOwnedStorage: [storage] })]],
    ['a container of that storage', safe('blobContainer'), [safe('aiAccount', { userOwnedStorage: [storage] })]],
    [
      'the storage of its connection',
      safe('storageAccount'),
      [acct, safe('connection', { targetHost: 'st.blob.core.windows.net' })],
    ],
  ])('counts a fault on %s', (_, faulty, resources) => {
    const findings = [on(acct, 'pass'), on(faulty, 'fail', 'critical')];
    expect(scoreOf([...resources, faulty], findings).score).toBe(40);
  });

  it('counts a fault on a dependency elsewhere, which the tenant counts as a finding', () => {
    const root = safe('mlWorkspace', { storageAccountId: storage });
    const summary = scoreOf([root], [on(root, 'pass')], [on(safe('storageAccount'), 'fail')], [safe('storageAccount')]);
    expect(summary).toMatchObject({ score: 70, findings: { high: 0 } });
  });

  it('leaves faults elsewhere alone: a name that begins alike, an unused store, a host that two claim', () => {
    const longer = safe('deployment', { id: `${account}2/deployments/d` });
    expect(scoreOf([acct, longer], [on(acct, 'pass'), on(longer, 'fail')]).score).toBe(100);
    expect(scoreOf([acct, safe('storageAccount')], [on(acct, 'pass'), on(safe('storageAccount'), 'fail')]).score).toBe(
      100,
    );
    const hosts = ['westeurope.api.cognitive.microsoft.com'];
    const pair = [safe('aiAccount', { id: `${account}a`, hosts }), safe('aiAccount', { id: `${account}b`, hosts })];
    const asks = safe('connection', { id: `${workspace}/connections/c`, parentId: workspace, targetHost: hosts[0]! });
    const ws = safe('mlWorkspace');
    const findings = [on(ws, 'pass'), ...pair.map((one) => on(one, 'fail', 'critical'))];
    const standing = (resources: readonly Resource[]): number =>
      summarise({ resources, context: pair, findings, foreign: [] }).scoreSum;
    expect(standing([ws, asks])).toBe(100);
  });
});

describe('the summary', () => {
  it('counts open findings by severity, unknown and excepted apart, resources by kind', () => {
    const findings = [
      on(acct, 'fail', 'low'),
      on(acct, 'fail', 'info'),
      on(acct, 'unknown'),
      on(acct, 'excepted'),
      on(acct, 'pass'),
    ];
    expect(
      summarise({ resources: [acct, other], context: [safe('mlWorkspace')], findings, foreign: [] }),
    ).toMatchObject({
      resources: 2,
      byKind: { aiAccount: 2 },
      findings: { critical: 0, high: 0, medium: 0, low: 1, info: 1 },
      unknown: 1,
      excepted: 1,
    });
  });

  it('adds up over units, and the score stays within its range, for any verdicts', () => {
    const verdict = fc.record({
      status: fc.constantFrom('pass', 'fail', 'unknown', 'notApplicable' as const),
      severity: fc.constantFrom(...severities),
    });
    const unit = fc.array(fc.array(verdict, { maxLength: 6 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 4 }), (units) => {
        const summaries = units.map((accounts) => {
          const resources = accounts.map((_, n) => safe('aiAccount', { id: `${account}-${n}` }));
          const findings = accounts.flatMap((all, n) =>
            all.map(({ status, severity }) => on(resources[n]!, status as Finding['status'], severity)),
          );
          return summarise({ resources, context: [], findings, foreign: [] });
        });
        const { score, scoreRange } = totals(summaries);
        if (score !== null) {
          expect(scoreRange![0]).toBeLessThanOrEqual(score + 0.05);
          expect(scoreRange![1]).toBeGreaterThanOrEqual(score - 0.05);
        }
        const fails = units.flat(2).filter(({ status }) => status === 'fail').length;
        expect(Object.values(totals(summaries).findings).reduce((a, b) => a + b, 0)).toBe(fails);
      }),
    );
  });
});
