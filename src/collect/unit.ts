import type { Use } from '../model/edges';
import { isEvidence } from '../model/governance';
import type { Kind, Resource } from '../model/resource';
import type { Gap, Snapshot } from '../model/snapshot';
import { apiVersionFor } from './apiVersions';
import { ChildReading, type VersionFor } from './children';
import type { AzureReader, ChildCollector } from './collector';
import { finder, isRemark, isSurrounding, remarksOn, usesOfAll } from './concerns';
import { unresolved } from './dependencies';
import { gap, within } from './gaps';
import { disappeared, type Held } from './gone';
import { Harvest, distinct } from './rows';
import { lostItsConcern } from './workloads/lost';

export interface UnitInput {
  readonly azure: AzureReader;
  /** A subscription id, or `tenant`. */
  readonly unit: string;
  /** The instant of the run, ISO 8601 UTC. */
  readonly takenAt: string;
  /** What the survey found of this unit. */
  readonly surveyed: readonly Resource[];
  readonly gaps?: readonly Gap[];
  readonly childCollectors: readonly ChildCollector[];
  /** Kinds that are not read because their opt-in is off: an earlier one of these is in doubt, not gone. */
  readonly switchedOff?: readonly Kind[];
  /** Resources of other units behind these uses, as the survey found them; those it did not find are left out. */
  readonly resolve: (uses: readonly Use[]) => Promise<readonly Resource[]>;
  /** What the last run held of this unit. */
  readonly wasThere: readonly Held[];
  /** The api-version for a direct read by id; the table of apiVersions.ts when absent. */
  readonly versionFor?: VersionFor;
  /** Most direct reads to confirm that something is gone. */
  readonly mostConfirmations?: number;
}

const byId = (resources: Iterable<Resource>): Map<string, Resource> =>
  new Map([...resources].map((resource) => [resource.id, resource]));

const sorted = (resources: Iterable<Resource>): Resource[] => [...resources].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Kinds below `kind`, at any depth. */
function kindsUnder(kind: Kind, collectors: readonly ChildCollector[], seen = new Set<Kind>()): ReadonlySet<Kind> {
  for (const child of collectors.filter(({ parents }) => parents.includes(kind)).map((collector) => collector.kind)) {
    if (seen.has(child)) continue;
    seen.add(child);
    kindsUnder(child, collectors, seen);
  }
  return seen;
}

/**
 * Where no parent of a kind could be read, what hangs below them is unread too; not where other parents of the same kinds of children
 * were read: their children are known.
 */
function withChildren(
  gaps: readonly Gap[],
  resources: readonly Resource[],
  collectors: readonly ChildCollector[],
): readonly Gap[] {
  const present = (kinds: readonly Kind[], scope: string): boolean =>
    resources.some(({ id, kind }) => kinds.includes(kind) && within(id, scope));
  const parentsOf = (child: Kind): readonly Kind[] =>
    collectors.filter(({ kind }) => kind === child).flatMap(({ parents }) => parents);
  const below = gaps
    .filter((gap) => gap.property === undefined && !present([gap.kind], gap.scope))
    .flatMap((gap) => [...kindsUnder(gap.kind, collectors)].map((kind) => ({ ...gap, kind })))
    .filter((gap) => !present(parentsOf(gap.kind), gap.scope));
  return distinct([...gaps, ...below]);
}

const noLongerRead = ({ switchedOff = [], wasThere }: UnitInput): readonly Gap[] =>
  switchedOff
    .filter((kind) => wasThere.some((held) => held.kind === kind))
    .map((kind) => gap({ kind, scope: '/', permission: '' }, 'bounded', 'its opt-in was switched off'));

interface Reached {
  readonly own: readonly Resource[];
  readonly context: Harvest;
  readonly open: readonly Use[];
}

/** Surroundings that this unit's AI resources use, its own and foreign, with what hangs below them. */
async function surroundingsOf(input: UnitInput, reading: ChildReading, harvest: Harvest): Promise<Reached> {
  const had = new Set(input.wasThere.map(({ id }) => id));
  const here = [...byId([...input.surveyed, ...harvest.resources.values()]).values()];
  const uses = usesOfAll(here.filter((resource) => !isSurrounding(resource)));
  const findHere = finder(here);
  const used = new Set(uses.map((use) => findHere(use)?.id));
  // One that was there before stays, used or not: it did not disappear.
  const own = input.surveyed.filter((one) => isSurrounding(one) && (used.has(one.id) || had.has(one.id)));
  const beyond = uses.filter((use) => !findHere(use));
  const foreign = beyond.length > 0 ? await input.resolve(beyond) : [];
  const context = new Harvest();
  for (const resource of foreign) context.resources.set(resource.id, resource);
  await Promise.all([reading.below(own, harvest), reading.below(foreign.filter(isSurrounding), context)]);
  const findForeign = finder(foreign);
  return { own, context, open: beyond.filter((use) => !findForeign(use)) };
}

/** What is kept of the unit: AI resources, used surroundings, their children, and remarks on any of these. */
function kept(input: UnitInput, { own, context }: Reached, harvest: Harvest, reading: ChildReading): Resource[] {
  const had = new Set(input.wasThere.map(({ id }) => id));
  const plain = input.surveyed.filter((one) => !isSurrounding(one) && !isRemark(one));
  const inventory = byId([...plain, ...own, ...harvest.resources.values()]);
  const ids = new Set([...inventory.keys(), ...context.resources.keys()]);
  const remarks = input.surveyed.filter((one) => isRemark(one) && (remarksOn(one, ids) || had.has(one.id)));
  const vanished = [...reading.vanished];
  return sorted([...inventory.values(), ...remarks]).filter(({ id }) => !vanished.some((top) => within(id, top)));
}

function missingFrom(resources: readonly Resource[], { wasThere }: UnitInput): readonly Held[] {
  const here = new Set(resources.map(({ id }) => id));
  return wasThere.filter(({ id }) => !here.has(id));
}

/**
 * Reads what hangs below the surveyed resources of one unit and puts its snapshot together: first below AI resources, wave by wave, then below the
 * surroundings they use. Whatever Azure answers, it resolves; what could not be read is a gap. Rejects only with what `resolve` rejects
 * with, and for faults of this program (NotARead).
 */
export async function collectUnit(input: UnitInput): Promise<Snapshot> {
  const { azure, unit, takenAt, childCollectors, versionFor = apiVersionFor, mostConfirmations = 500 } = input;
  const harvest = new Harvest();
  const reading = new ChildReading(azure, childCollectors, versionFor);
  await reading.below(
    input.surveyed.filter((one) => !isSurrounding(one) && !isRemark(one)),
    harvest,
  );
  const reached = await surroundingsOf(input, reading, harvest);
  const inventory = kept(input, reached, harvest, reading);
  const remarks = new Harvest();
  await reading.below(inventory.filter(isRemark), remarks);
  const found = sorted([...inventory, ...remarks.resources.values()]);
  const resources = found.filter((one) => !isEvidence(one));
  const dangling = await unresolved(azure, versionFor, reached.open);
  const unread = [
    ...(input.gaps ?? []),
    ...harvest.gaps,
    ...reached.context.gaps,
    ...remarks.gaps,
    ...dangling,
    ...noLongerRead(input),
  ];
  const gaps = withChildren(unread, resources, childCollectors);
  const missing = missingFrom(resources, input);
  const { vanished } = reading;
  const most = mostConfirmations;
  const fate = await disappeared({ azure, versionFor, missing, gaps, vanished, lostItsConcern, most });
  return {
    unit,
    takenAt,
    resources,
    context: sorted(reached.context.resources.values()).filter((one) => !isEvidence(one)),
    gaps: distinct([...gaps, ...fate.gaps]).sort((a, b) => (a.scope + a.kind < b.scope + b.kind ? -1 : 1)),
    contextGaps: [],
    gone: fate.gone,
    events: found.filter(isEvidence),
  };
}
