import { correlate, unmatchedAssessments } from '../correlate';
import { carried, carriedFindings, remember } from '../drift';
import { evaluate, summarise } from '../evaluate';
import { ownersOfHosts, usesOf } from '../model/edges';
import type { Finding } from '../model/finding';
import type { Policy } from '../model/policy';
import type { Resource } from '../model/resource';
import type { Rule } from '../model/rule';
import type { HeldResource, UnitRecord, UnitState } from '../model/run';
import { narrowsSight, tenantUnit, type Gap, type Snapshot } from '../model/snapshot';

/** What was known of the unit before: its record and the run that wrote it. */
export interface Memory {
  readonly record: UnitRecord | undefined;
  readonly runId: string;
}

const whole = (gap: Gap, unit: string): boolean =>
  gap.kind === 'subscription' && gap.scope === `/subscriptions/${unit}`;

/** Azure hides and freezes what a disabled subscription holds: nothing to read there is no fault of ours. */
function stateOf(snapshot: Snapshot): UnitState {
  const subscription = snapshot.resources.find((resource) => resource.kind === 'subscription');
  if (subscription?.state.toLowerCase() === 'disabled') return 'disabled';
  if (snapshot.gaps.some((gap) => whole(gap, snapshot.unit))) return 'notRead';
  return snapshot.gaps.some(narrowsSight) ? 'partial' : 'read';
}

const byId = (a: Resource, b: Resource): number => (a.id < b.id ? -1 : 1);
const byFinding = (a: Finding, b: Finding): number => (a.resourceId + a.ruleId < b.resourceId + b.ruleId ? -1 : 1);
const byGap = (a: Gap, b: Gap): number => (a.scope + a.kind < b.scope + b.kind ? -1 : 1);

/** What a unit held itself: the tenant's record also shares dependencies that its units remember. */
export function ownResources(record: UnitRecord | undefined): readonly HeldResource[] {
  if (record?.unit !== tenantUnit) return record?.resources ?? [];
  return record.resources.filter(({ id }) => !id.startsWith('/subscriptions/'));
}

function memoryOf({ record }: Memory): Pick<UnitRecord, 'resources' | 'findings' | 'foreign'> {
  if (!record) return { resources: [], findings: [], foreign: { resources: [], findings: [] } };
  const findings = record.unit === tenantUnit ? [] : record.findings;
  return { resources: ownResources(record), findings, foreign: record.foreign };
}

/** Dependencies elsewhere: judged in this run, or carried while the unit that uses them was not read completely. */
function foreignOf(
  judged: readonly Finding[],
  snapshot: Snapshot,
  memory: Memory,
  complete: boolean,
): UnitRecord['foreign'] {
  const before = memoryOf(memory).foreign;
  const findings = remember(judged, before.findings, snapshot.takenAt);
  const ids = new Set(findings.map((finding) => finding.resourceId));
  const resources = snapshot.context.filter((resource) => ids.has(resource.id));
  if (complete) return { resources, findings };
  const stay = carried(before.resources, memory.runId, snapshot);
  return {
    resources: [...resources, ...stay],
    findings: [...findings, ...carriedFindings(before.findings, stay, snapshot.gaps)],
  };
}

/** Ids of what the unit only looks at because it lives elsewhere. */
function abroadOf(snapshot: Snapshot): ReadonlySet<string> {
  const own = new Set(snapshot.resources.map(({ id }) => id));
  return new Set(snapshot.context.map(({ id }) => id).filter((id) => !own.has(id)));
}

/** What carried resources used: a user that could not be read does not make what it uses any safer. */
function withUses(snapshot: Snapshot, stay: readonly Resource[]): Snapshot {
  if (stay.length === 0) return snapshot;
  const hosts = ownersOfHosts([...snapshot.resources, ...snapshot.context]);
  const used = stay.flatMap(usesOf).map(({ targetId, targetHost = '' }) => targetId ?? hosts.get(targetHost) ?? '');
  return { ...snapshot, alsoUsed: new Set(used.filter(Boolean)) };
}

/** A quiet log leaves no trace: the record of an unchanged unit has the same bytes in every run. */
const toldEvents = ({ events = [] }: Snapshot): Pick<UnitRecord, 'events'> => (events.length > 0 ? { events } : {});

/**
 * One unit's snapshot, judged, laid beside Defender and joined with what was known before: carried resources stay with unknown
 * verdicts, findings keep since when they fail. Pure: the same inputs give the same bytes.
 */
export function toRecord(
  snapshot: Snapshot,
  name: string,
  rules: readonly Rule[],
  policy: Policy,
  memory: Memory,
): UnitRecord {
  const before = memoryOf(memory);
  const state = stateOf(snapshot);
  const stay = carried(before.resources, memory.runId, snapshot);
  const judged = correlate(evaluate(withUses(snapshot, stay), rules, policy), rules, snapshot);
  const abroad = abroadOf(snapshot);
  const findings = [
    ...remember(
      judged.filter(({ resourceId }) => !abroad.has(resourceId)),
      before.findings,
      snapshot.takenAt,
    ),
    ...carriedFindings(before.findings, stay, snapshot.gaps),
  ].sort(byFinding);
  const foreign = foreignOf(
    judged.filter(({ resourceId }) => abroad.has(resourceId)),
    snapshot,
    memory,
    state === 'read' || state === 'disabled',
  );
  const resources = [...snapshot.resources, ...stay].sort(byId);
  return {
    unit: snapshot.unit,
    name,
    state,
    resources,
    findings,
    gaps: [...snapshot.gaps].sort(byGap),
    unmatched: unmatchedAssessments(rules, snapshot),
    foreign,
    summary: summarise({ resources, context: snapshot.context, findings, foreign: foreign.findings }),
    ...toldEvents(snapshot),
  };
}

/** The tenant's record with the shared dependencies of the units, as if it had read them itself. */
export function summariseShared(
  record: UnitRecord,
  resources: readonly Resource[],
  findings: readonly Finding[],
): UnitRecord {
  const all = [...record.resources, ...resources].sort(byId);
  const judged = [...record.findings, ...findings].sort(byFinding);
  return {
    ...record,
    resources: all,
    findings: judged,
    summary: summarise({ resources: all, context: [], findings: judged, foreign: [] }),
  };
}
