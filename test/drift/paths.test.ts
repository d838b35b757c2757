import { pathChanges } from '../../src/drift';
import type { AttackPath } from '../../src/model/path';
import type { UnitCoverage } from '../../src/model/run';
import type { Gap } from '../../src/model/snapshot';
import { account, leaking, seek } from '../paths/estate';

const aoai = account('aoai');
const [path] = seek([aoai, leaking('ca', aoai)], { productionTag: 'owner=team-ai' }).paths as [AttackPath];
const runs = { from: 'r1', to: 'r2' };
const coverage = (...gaps: readonly Gap[]): readonly UnitCoverage[] => [
  { unit: 's', name: 's', state: gaps.length > 0 ? 'partial' : 'read', gaps, lastReadAt: '' },
];
const unread = (kind: Gap['kind'], scope: string): Gap => ({
  kind,
  scope,
  reason: 'forbidden',
  permission: '',
  detail: 'no answer',
});

describe('attack paths between two runs', () => {
  it('are told when one is new, worse by ten points, or gone', () => {
    const kinds = (before: readonly AttackPath[], after: readonly AttackPath[]): readonly string[] =>
      pathChanges(before, after, coverage(), runs).map(({ kind }) => kind);
    expect(kinds([], [path])).toEqual(['opened']);
    expect(kinds([{ ...path, score: path.score - 10 }], [path])).toEqual(['worse']);
    expect(kinds([{ ...path, score: path.score - 9 }], [path])).toEqual([]);
    expect(kinds([path], [])).toEqual(['resolved']);
    expect(kinds([path], [path])).toEqual([]);
  });

  it('are not told when they are neither critical nor high', () =>
    expect(pathChanges([], [{ ...path, severity: 'medium' }], coverage(), runs)).toEqual([]));

  it('are not gone while access, or what they stood on, was not read', () => {
    for (const gap of [
      unread('roleAssignment', '/subscriptions/x'),
      unread('aiAccount', aoai.id),
      unread('subscription', '/subscriptions/s'),
    ])
      expect(pathChanges([path], [], coverage(gap), runs)).toEqual([]);
    expect(pathChanges([path], [], coverage(unread('compute', '/subscriptions/x')), runs)).toHaveLength(1);
  });

  it('speak of the target, with the headline and an open finding that alarms', () =>
    expect(pathChanges([], [path], coverage(), runs)).toMatchObject([
      {
        sort: 'posture',
        unit: 's',
        resourceId: aoai.id,
        name: path.headline,
        severity: 'critical',
        findings: [{ ruleId: 'attack path F01', to: 'fail', severity: 'critical' }],
      },
    ]));
});
