import type { Change, Drift, MovedFinding } from '../model/drift';
import type { Finding } from '../model/finding';
import type { UnitCoverage, UnitRecord } from '../model/run';
import { severities } from '../model/rule';
import { tenantUnit } from '../model/snapshot';
import { gather } from './causes';
import type { Approvals } from './approval';
import { changeId, draftsBetween, sortOf, wasHidden, worst, type Runs } from './changes';
import { coverageChange, seesAsMuch } from './coverage';
import { keyOf, movesBetween, type Move } from './moved';
import { tell, type Log } from './tell';

/** One unit of two runs. `before` is the record that was last compared, undefined for a unit that is new to us. */
export interface UnitPair {
  readonly coverageBefore: UnitCoverage | undefined;
  readonly coverageAfter: UnitCoverage;
  readonly before: UnitRecord | undefined;
  readonly after: UnitRecord;
  /** The log between the two, where it is more than that of the later run. */
  readonly log?: Log;
}

export interface Comparison extends Runs {
  /** Rules that judged both runs; undefined when the rule set is the same. */
  readonly rulesInBoth: ReadonlySet<string> | undefined;
  readonly ignoredProperties: readonly string[];
  readonly approvals: Approvals;
}

/** True when this pair is compared; otherwise the unit keeps its baseline and is compared when it is read again. */
export const isCompared = ({
  coverageBefore,
  coverageAfter,
}: Pick<UnitPair, 'coverageBefore' | 'coverageAfter'>): boolean =>
  coverageAfter.state !== 'notRead' && (!coverageBefore || seesAsMuch(coverageBefore, coverageAfter));

const nameOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** A verdict that moved though nothing we watch changed: time passed, a role was granted, Defender spoke. */
function unexplained(move: Move, after: UnitRecord, runs: string): Change {
  const { finding, way } = move;
  const resource = after.resources.find((held) => held.id === finding.resourceId);
  return {
    id: changeId(runs, way, finding.ruleId, finding.resourceId),
    kind: way,
    sort: sortOf(way),
    unit: after.unit,
    resourceId: finding.resourceId,
    resourceKind: resource?.kind ?? '',
    name: resource?.name ?? nameOf(finding.resourceId),
    property: '',
    before: finding.from,
    after: finding.to,
    severity: finding.severity,
    actor: '',
    at: '',
    client: '',
    correlationId: '',
    approval: '',
    findings: [finding],
  };
}

const disagrees = (finding: Finding | undefined): boolean =>
  finding?.defender.outcome === 'onlyUs' || finding?.defender.outcome === 'onlyDefender';

/** Defender and we came apart, or together again, while our own verdict stood. */
function divergences(before: UnitRecord, after: UnitRecord, runs: string): Change[] {
  const old = new Map(before.findings.map((finding) => [finding.fingerprint, finding]));
  return after.findings.flatMap((finding) => {
    const earlier = old.get(finding.fingerprint);
    if (!earlier || earlier.status !== finding.status || disagrees(earlier) || !disagrees(finding)) return [];
    const moved: Move = {
      way: 'opened',
      evidence: '',
      kind: finding.kind,
      finding: {
        ruleId: finding.ruleId,
        resourceId: finding.resourceId,
        fingerprint: finding.fingerprint,
        from: earlier.defender.outcome,
        to: finding.defender.outcome,
        severity: 'info',
      },
    };
    return [
      {
        ...unexplained(moved, after, runs),
        id: changeId(runs, 'diverged', finding.fingerprint),
        kind: 'diverged',
        sort: 'defender',
      },
    ];
  });
}

/** Verdicts on what could not be judged before belong to the sight that came back: nobody knows since when they hold. */
function partMoves(
  before: UnitRecord,
  seen: readonly Change[],
  moves: readonly Move[],
): { readonly late: readonly MovedFinding[]; readonly moves: readonly Move[] } {
  const unjudged = new Set(before.findings.filter(({ status }) => status === 'unknown').map(keyOf));
  const isLate = ({ finding, kind }: Move): boolean =>
    seen.length > 0 &&
    finding.from === '' &&
    (unjudged.has(keyOf(finding)) || wasHidden({ id: finding.resourceId, kind }, before.gaps));
  return {
    late: moves.filter(isLate).map(({ finding }) => finding),
    moves: moves.filter((move) => !isLate(move)),
  };
}

/** A subscription that no earlier run read is one arrival, with all that is open in it: not one alert a resource. */
function newUnit(after: UnitRecord, comparison: Comparison, runs: string): Change {
  const nothing = { ...after, resources: [], findings: [], gaps: [] };
  const findings = movesBetween(nothing, after, comparison.rulesInBoth).map(({ finding }) => finding);
  const root = {
    ruleId: '',
    resourceId: `/subscriptions/${after.unit}`,
    fingerprint: '',
    from: '',
    to: '',
    severity: worst(findings),
  };
  const change = unexplained({ way: 'opened', evidence: '', kind: 'subscription', finding: root }, after, runs);
  const id = changeId(runs, 'appeared', after.unit);
  return {
    ...change,
    id,
    kind: 'appeared',
    resourceKind: 'subscription',
    sort: 'inventory',
    name: after.name,
    before: '',
    after: '',
    findings,
  };
}

function compareUnit(pair: UnitPair, comparison: Comparison): readonly Change[] {
  const runs = `${comparison.from}\n${comparison.to}`;
  const seen = pair.coverageBefore ? coverageChange(pair.coverageBefore, pair.coverageAfter, runs) : [];
  if (!isCompared(pair)) return seen;
  if (!pair.before) return pair.after.unit === tenantUnit ? [] : [newUnit(pair.after, comparison, runs)];
  const { before } = pair;
  const drafts = draftsBetween(before, pair.after, comparison.ignoredProperties);
  const { late, moves } = partMoves(before, seen, movesBetween(before, pair.after, comparison.rulesInBoth));
  const rest = gather(drafts, moves);
  return [
    ...seen.map((change) => ({ ...change, severity: worst(late), findings: late })),
    ...tell(drafts, {
      before,
      after: pair.after,
      log: pair.log ?? { events: pair.after.events ?? [], complete: true },
      runs: comparison,
      approvals: comparison.approvals,
    }),
    ...rest.map((move) => unexplained(move, pair.after, runs)),
    ...divergences(before, pair.after, runs),
  ];
}

const kinds = [
  'opened',
  'worse',
  'reopened',
  'exceptionOver',
  'seenLess',
  'appeared',
  'changed',
  'gone',
  'diverged',
  'seenMore',
  'resolved',
  'exceptionEnding',
] as const;

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Tampering before all else: it may be the reason of the rest. */
const byWeight = (a: Change, b: Change): number =>
  Number(b.integrity === 'tampering') - Number(a.integrity === 'tampering') ||
  kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
  severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
  byText(a.resourceId, b.resourceId) ||
  byText(a.property, b.property) ||
  byText(a.id, b.id);

/**
 * What changed from one run to the next, worst first. Only pairs whose records differ need to be handed in. A unit that was read less
 * completely than before speaks only of coverage; its resources are compared when it is read again.
 */
export function compare(pairs: readonly UnitPair[], comparison: Comparison): Drift {
  const changes = pairs.flatMap((pair) => compareUnit(pair, comparison)).sort(byWeight);
  return {
    from: comparison.from,
    fromTakenAt: comparison.fromTakenAt,
    changes,
    notCompared: pairs
      .filter((pair) => !isCompared(pair))
      .map((pair) => pair.after.unit)
      .sort(),
  };
}

/** More changes among those of a drift, in the order of all. */
export const withChanges = (drift: Drift, more: readonly Change[]): Drift =>
  more.length === 0 ? drift : { ...drift, changes: [...drift.changes, ...more].sort(byWeight) };

/** The drift of a first run: nothing to compare with. */
export const baseline: Drift = { from: '', fromTakenAt: '', changes: [], notCompared: [] };
