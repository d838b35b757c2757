import type { Change, ChangeKind } from '../model/drift';
import type { AttackPath } from '../model/path';
import type { UnitCoverage } from '../model/run';
import { within } from '../model/scope';
import { narrowsSight, tenantUnit, type Gap } from '../model/snapshot';
import { changeId, sortOf, type Runs } from './changes';

/** Points by which a score rises before a path counts as worse. */
const worseBy = 10;

const matters = ({ severity }: AttackPath): boolean => severity === 'critical' || severity === 'high';

function toChange(path: AttackPath, kind: ChangeKind, before: string, runs: Pick<Runs, 'from' | 'to'>): Change {
  const isGone = kind === 'resolved';
  const moved = { ruleId: `attack path ${path.family}`, resourceId: path.target.resourceId, fingerprint: path.id };
  return {
    id: changeId(runs.from, runs.to, 'path', kind, path.id),
    kind,
    sort: sortOf(kind),
    unit: path.target.resourceId.split('/')[2] ?? tenantUnit,
    resourceId: path.target.resourceId,
    resourceKind: '',
    name: path.headline,
    property: '',
    before,
    after: isGone ? '' : String(path.score),
    severity: path.severity,
    actor: '',
    at: '',
    client: '',
    correlationId: '',
    approval: '',
    findings: [
      {
        ...moved,
        from: isGone || kind === 'worse' ? 'fail' : '',
        to: isGone ? 'pass' : 'fail',
        severity: path.severity,
      },
    ],
  };
}

const access = new Set(['roleAssignment', 'roleDefinition', 'principal', 'denyAssignment', 'roleEligibility']);

/** Whether a path may only be out of sight: access was not read, or something that it stood on. */
const isHidden = ({ resourceIds }: AttackPath, gaps: readonly Gap[]): boolean =>
  gaps.some(
    (gap) =>
      narrowsSight(gap) &&
      (access.has(gap.kind) ||
        gap.scope === '/' ||
        resourceIds.some((id) => within(id, gap.scope) || within(gap.scope, id))),
  );

/**
 * Families of paths that are new, worse or gone, of those that are or were critical or high. One that cannot be found because something
 * was not read is not gone.
 */
export function pathChanges(
  before: readonly AttackPath[],
  after: readonly AttackPath[],
  coverage: readonly UnitCoverage[],
  runs: Pick<Runs, 'from' | 'to'>,
): readonly Change[] {
  const old = new Map(before.map((path) => [path.id, path]));
  const here = new Set(after.map(({ id }) => id));
  const gaps = coverage.flatMap((unit) => unit.gaps);
  const risen = after.filter(matters).flatMap((path) => {
    const earlier = old.get(path.id);
    if (!earlier) return [toChange(path, 'opened', '', runs)];
    const worse = path.score >= earlier.score + worseBy;
    return worse ? [toChange(path, 'worse', String(earlier.score), runs)] : [];
  });
  const gone = before
    .filter((path) => matters(path) && !here.has(path.id) && !isHidden(path, gaps))
    .map((path) => toChange(path, 'resolved', String(path.score), runs));
  return [...risen, ...gone];
}
