import type { Change } from '../model/drift';
import type { UnitCoverage, UnitState } from '../model/run';
import { narrowsSight, type Gap } from '../model/snapshot';
import { changeId } from './changes';

const order: Readonly<Record<UnitState, number>> = { read: 0, disabled: 0, partial: 1, notRead: 2 };

/** The log is evidence of who did it: without it everything else is seen as well as before. */
const isEvidence = ({ kind }: Gap): boolean => kind === 'activityEvent';
const sightOf = ({ state, gaps }: UnitCoverage): UnitState =>
  state === 'partial' && gaps.filter(narrowsSight).every(isEvidence) ? 'read' : state;

const keyOf = (gap: Gap): string => `${gap.kind} ${gap.scope}`;

const missing = (gaps: readonly Gap[]): string =>
  [...new Set(gaps.map((gap) => gap.permission || gap.detail || gap.reason))].sort().slice(0, 5).join(', ');

/** True when the later side saw at least what the earlier one saw: only then are the two compared. */
export function seesAsMuch(before: UnitCoverage, after: UnitCoverage): boolean {
  if (order[sightOf(after)] > order[sightOf(before)]) return false;
  const known = new Set(before.gaps.map(keyOf));
  return after.gaps.filter(narrowsSight).every((gap) => isEvidence(gap) || known.has(keyOf(gap)));
}

const change = (
  kind: 'seenLess' | 'seenMore',
  before: UnitCoverage,
  after: UnitCoverage,
  runs: string,
  gaps: readonly Gap[],
): Change => ({
  id: changeId(runs, kind, after.unit),
  kind,
  sort: 'coverage',
  unit: after.unit,
  resourceId: after.unit === 'tenant' ? '/' : `/subscriptions/${after.unit}`,
  resourceKind: 'subscription',
  name: after.name,
  property: 'coverage',
  before: before.state,
  after: after.state,
  severity: 'info',
  actor: '',
  at: '',
  client: missing(gaps),
  correlationId: '',
  approval: '',
  findings: [],
});

/** What we can see less, or again, of one unit: its state and the rights that are missing. */
export function coverageChange(before: UnitCoverage, after: UnitCoverage, runs: string): readonly Change[] {
  const known = new Set(before.gaps.map(keyOf));
  const narrows = (gap: Gap): boolean => narrowsSight(gap) && !isEvidence(gap);
  const fresh = after.gaps.filter((gap) => narrows(gap) && !known.has(keyOf(gap)));
  const held = new Set(after.gaps.map(keyOf));
  const healed = before.gaps.filter((gap) => narrows(gap) && !held.has(keyOf(gap)));
  const [was, is] = [order[sightOf(before)], order[sightOf(after)]];
  if (is > was || fresh.length > 0) return [change('seenLess', before, after, runs, fresh)];
  if (is < was || healed.length > 0) return [change('seenMore', before, after, runs, healed)];
  return [];
}
