import fc from 'fast-check';
import type { Finding } from '../../src/model/finding';
import type { HeldResource, UnitRecord } from '../../src/model/run';
import { account } from '../evaluate/snapshots';
import { safe } from '../kit/safe';
import { drift, gap, on, pair, record } from './records';

/** A resource of five, each with one of a few shapes, or not there. */
const names = ['acct', 'd1', 'd2', 'guard', 'ws'] as const;
const shapes: Readonly<Record<(typeof names)[number], (n: number) => HeldResource>> = {
  acct: (n) => safe('aiAccount', { localAuthDisabled: n % 2 === 0, tags: { owner: String(n) } }),
  d1: (n) => safe('deployment', { id: `${account}/deployments/d1`, sku: String(n), capacity: n }),
  d2: (n) => safe('deployment', { id: `${account}/deployments/d2`, raiPolicyName: String(n) }),
  guard: (n) => safe('guardrail', { mode: String(n) }),
  ws: (n) => safe('mlWorkspace', { hbiWorkspace: n % 2 === 0, isolationMode: String(n) }),
};
const statuses = ['pass', 'fail', 'unknown', 'notApplicable'] as const;

const verdicts = fc.array(
  fc.record({
    ruleId: fc.constantFrom('a', 'b'),
    at: fc.constantFrom(...statuses),
    severity: fc.constantFrom('critical', 'low' as const),
    since: fc.constantFrom('', '2026-11-01T06:00:00Z'),
  }),
  { maxLength: 2 },
);
const held = fc.option(fc.record({ shape: fc.nat(3), verdicts, carried: fc.boolean() }), { nil: undefined });

const records: fc.Arbitrary<UnitRecord> = fc
  .record({
    all: fc.tuple(...names.map(() => held)),
    gaps: fc.subarray([gap('deployment', account), gap('subscription', '/subscriptions/s')]),
  })
  .map(({ all, gaps }) => {
    const resources: HeldResource[] = [];
    const findings = new Map<string, Finding>();
    all.forEach((one, at) => {
      if (!one) return;
      const resource = shapes[names[at]!](one.shape);
      resources.push(one.carried ? { ...resource, carriedFrom: 'r0' } : resource);
      for (const { ruleId, at: status, severity, since } of one.verdicts)
        findings.set(
          `${ruleId} ${resource.id}`,
          on(resource, status, { ruleId, severity: severity as Finding['severity'], firstSeenAt: since }),
        );
    });
    return record(resources, [...findings.values()], { gaps });
  });

it('finds nothing between a record and itself', () => {
  fc.assert(
    fc.property(records, (one) => expect(drift([pair(one, one)])).toMatchObject({ changes: [], notCompared: [] })),
  );
});

const key = ({ ruleId, resourceId }: { ruleId: string; resourceId: string }): string => `${ruleId} ${resourceId}`;
const was = (finding: Finding | undefined): string =>
  finding?.status === 'unknown' ? (finding.firstSeenAt ? 'fail' : '') : (finding?.status ?? '');

const isWorse = (from: Finding | undefined, to: Finding | undefined): boolean =>
  from?.status === 'fail' && `${from.severity} ${to?.severity}` === 'low critical';

/** The promise in its plainest form: it fails now and did not, did and does not, or fails worse; never while it is unknown. */
function hasMoved(from: Finding | undefined, to: Finding | undefined): boolean {
  if (to?.status === 'unknown') return false;
  const [failed, fails] = [was(from) === 'fail', to?.status === 'fail'];
  return failed !== fails || (fails && isWorse(from, to));
}

it('tells every verdict that moved in exactly one change, and none that did not', () => {
  fc.assert(
    fc.property(records, records, (before, after) => {
      const { changes, notCompared } = drift([pair(before, after)]);
      const told = changes.filter(({ kind }) => kind !== 'diverged').flatMap(({ findings }) => findings.map(key));
      expect(new Set(told).size).toBe(told.length);
      if (notCompared.length > 0) return;
      const [old, fresh] = [before, after].map(({ findings }) => new Map(findings.map((one) => [key(one), one])));
      const keys = [...new Set([...old!.keys(), ...fresh!.keys()])];
      expect(told.sort()).toEqual(keys.filter((one) => hasMoved(old!.get(one), fresh!.get(one))).sort());
    }),
    { numRuns: 200 },
  );
});

it('gives each change its own id, the same in every order, and never calls what is held gone', () => {
  fc.assert(
    fc.property(records, records, (before, after) => {
      const forward = drift([pair(before, after)]).changes;
      const turned = (one: UnitRecord): UnitRecord => ({
        ...one,
        resources: [...one.resources].reverse(),
        findings: [...one.findings].reverse(),
        gaps: [...one.gaps].reverse(),
      });
      const backward = drift([pair(turned(before), turned(after))]).changes;
      expect(backward).toEqual(forward);
      expect(new Set(forward.map(({ id }) => id)).size).toBe(forward.length);
      const here = new Set(after.resources.map(({ id }) => id));
      expect(forward.filter(({ kind, resourceId }) => kind === 'gone' && here.has(resourceId))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
