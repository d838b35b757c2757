import { compare, type UnitPair } from '../drift';
import type { Drift } from '../model/drift';
import type { RunHeader, UnitEntry } from '../model/run';
import type { World } from '../world';
import { logBetween } from './logBetween';

type LogOf = Awaited<ReturnType<typeof logBetween>>;

async function toPair(
  world: World,
  entry: UnitEntry,
  earlier: UnitEntry | undefined,
  logOf: LogOf,
): Promise<UnitPair[]> {
  if (earlier?.hash === entry.hash) return [];
  const [after, before, log] = await Promise.all([
    world.store.loadUnit(entry.unit, entry.hash),
    earlier && world.store.loadUnit(entry.unit, earlier.hash),
    logOf(entry.unit),
  ]);
  return [{ coverageBefore: earlier?.coverage, coverageAfter: entry.coverage, before, after, log }];
}

/** What changed between any two kept runs: only units that differ are loaded. */
export async function compareRuns(world: World, from: RunHeader, to: RunHeader): Promise<Drift> {
  const earlier = new Map(from.units.map((entry) => [entry.unit, entry]));
  const logOf = await logBetween(world, from, to);
  const pairs = await world.inParallel(to.units, (entry) => toPair(world, entry, earlier.get(entry.unit), logOf));
  return compare(pairs.flat(), {
    from: from.id,
    fromTakenAt: from.takenAt,
    to: to.id,
    toTakenAt: to.takenAt,
    rulesInBoth: new Set(to.rules.filter((id) => from.rules.includes(id))),
    ignoredProperties: world.settings.policy.ignoredProperties,
    approvals: world.settings.policy,
  });
}
