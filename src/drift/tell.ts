import type { Change } from '../model/drift';
import type { ModelCatalogueEntry } from '../model/ai';
import type { ActivityEvent } from '../model/governance';
import type { Resource } from '../model/resource';
import type { UnitRecord } from '../model/run';
import { narrowsSight } from '../model/snapshot';
import { authorship, byTenant, writesOn } from './actors';
import { approvalOf, type Approvals } from './approval';
import { finish, type Draft, type Runs } from './changes';
import { newcomerAmong, weakenedAlongside } from './company';
import { classify, partOf, severityOf, type Classed, type Delta } from './integrity';

/** What the Activity Log holds of the time between two runs; `complete`: silence means that nobody wrote. */
export interface Log {
  readonly events: readonly ActivityEvent[];
  readonly complete: boolean;
}

/** What the drafts of one unit are told with. */
export interface Telling {
  readonly before: UnitRecord;
  readonly after: UnitRecord;
  readonly log: Log;
  readonly runs: Runs;
  readonly approvals: Approvals;
}

const isRead = (id: string, { after, log }: Telling): boolean =>
  log.complete &&
  !after.gaps.some(
    (gap) => gap.kind === 'activityEvent' && narrowsSight(gap) && (id === gap.scope || id.startsWith(`${gap.scope}/`)),
  );

/** Entries reach the log minutes after the write: what was written just now may still be missing there. */
const settles = 30 * 60_000;
const isFresh = ({ changedAt }: Resource, now: string): boolean =>
  changedAt !== undefined && Date.parse(now) - Date.parse(changedAt) < settles;

function logGapOf(resource: Resource, writes: readonly ActivityEvent[], telling: Telling): string {
  if (!isRead(resource.id, telling)) return 'the Activity Log was not read for the whole time since the last run';
  return writes.length === 0 && isFresh(resource, telling.runs.toTakenAt)
    ? 'written less than 30 minutes before the run: the Activity Log may not hold it yet'
    : '';
}

/** One side, by id; entries of the catalogue by their deployment. */
interface Side {
  readonly byId: ReadonlyMap<string, Resource>;
  readonly entries: ReadonlyMap<string, ModelCatalogueEntry>;
}

const toSide = ({ resources }: UnitRecord): Side => ({
  byId: new Map(resources.map((one) => [one.id, one])),
  entries: new Map(
    resources.flatMap((one) => (one.kind === 'modelCatalogueEntry' ? [[one.parentId ?? '', one] as const] : [])),
  ),
});

/** Both sides of the comparison. */
interface Sides extends Telling {
  readonly was: Side;
  readonly is: Side;
}

const deltasOf = (drafts: readonly Draft[]): readonly Delta[] =>
  drafts.flatMap(({ resource, property, before, after }) => {
    const part = partOf(resource.kind, property);
    return part ? [{ property, part, before, after }] : [];
  });

/** One class for all that changed on one resource; undefined where nothing of it says anything about a model. */
function classOf(id: string, own: readonly Draft[], all: readonly Draft[], telling: Sides): Classed | undefined {
  const deltas = deltasOf(own);
  const before = telling.was.byId.get(id);
  const after = own[0]?.resource;
  if (deltas.length === 0 || !before || !after) return undefined;
  const { events } = telling.log;
  const writes = byTenant(writesOn(id, false, events));
  return classify({
    before,
    after,
    deltas,
    writes,
    oldEntry: telling.was.entries.get(id),
    newEntry: telling.is.entries.get(id),
    logGap: logGapOf(after, writes, telling),
    now: telling.runs.toTakenAt,
    approval: approvalOf(id, deltas, writes, telling.approvals),
    alongside: weakenedAlongside(id, writes, all, events),
    newcomer: newcomerAmong(writes, telling.after.resources),
  });
}

function toldWith(draft: Draft, telling: Telling): Change {
  const { id } = draft.resource;
  const writes = writesOn(id, draft.kind === 'gone', telling.log.events);
  const change = finish(draft, telling.after.unit, telling.runs);
  const moved = draft.kind === 'changed' ? [draft] : [];
  return {
    ...change,
    ...authorship(writes),
    approval: approvalOf(id, moved, byTenant(writes), telling.approvals),
  };
}

const withClass = (change: Change, classed: Classed): Change => ({
  ...change,
  severity: severityOf(classed, change.severity),
  integrity: classed.class,
  integrityReason: classed.reason,
});

const modelText = (resource: Resource | undefined): string => {
  if (resource?.kind !== 'deployment') return '';
  const { format, name, version, publisher, source, sourceAccount } = resource.model;
  const words = new Set([format, name, version, publisher, source, sourceAccount].filter(Boolean));
  return JSON.stringify([...words].join(' '));
};

/** Another model under the same name is one change, however many of its words differ. */
function mergedModels(drafts: readonly Draft[], was: Side): readonly Draft[] {
  const isModel = ({ kind, property, resource }: Draft): boolean =>
    kind === 'changed' && resource.kind === 'deployment' && property.startsWith('model.');
  const of = Map.groupBy(drafts.filter(isModel), ({ resource }) => resource.id);
  return drafts.flatMap((draft) => {
    const parts = isModel(draft) ? (of.get(draft.resource.id) ?? []) : [];
    if (parts.length < 2) return [draft];
    if (parts[0] !== draft) return [];
    const before = modelText(was.byId.get(draft.resource.id));
    const moves = parts.flatMap((part) => part.moves);
    return [{ ...draft, property: 'model', before, after: modelText(draft.resource), moves }];
  });
}

/** The drafts of a unit as changes: who, by which program, approved or not, and what it means for the model. */
export function tell(drafts: readonly Draft[], telling: Telling): readonly Change[] {
  if (drafts.length === 0) return [];
  const sides = { ...telling, was: toSide(telling.before), is: toSide(telling.after) };
  const byResource = Map.groupBy(
    drafts.filter(({ kind }) => kind === 'changed'),
    ({ resource }) => resource.id,
  );
  const classes = new Map(
    [...byResource].flatMap(([id, own]) => {
      const classed = classOf(id, own, drafts, sides);
      return classed ? [[id, classed] as const] : [];
    }),
  );
  return mergedModels(drafts, sides.was).map((draft) => {
    const change = toldWith(draft, telling);
    const classed = draft.kind === 'changed' ? classes.get(draft.resource.id) : undefined;
    return classed && partOf(draft.resource.kind, draft.property) ? withClass(change, classed) : change;
  });
}
