import { compare, type UnitPair } from '../drift';
import type { Drift } from '../model/drift';
import type { RunHeader, UnitEntry } from '../model/run';
import type { World } from '../world';

async function toPair(world: World, entry: UnitEntry, earlier: UnitEntry | undefined): Promise<UnitPair[]> {
  if (earlier?.hash === entry.hash) return [];
  const [after, before] = await Promise.all([
    world.store.loadUnit(entry.unit, entry.hash),
    earlier && world.store.loadUnit(entry.unit, earlier.hash),
  ]);
  return [{ coverageBefore: earlier?.coverage, coverageAfter: entry.coverage, before, after }];
}

/** What changed between any two kept runs: only units that differ are loaded. */
export async function compareRuns(world: World, from: RunHeader, to: RunHeader): Promise<Drift> {
  const earlier = new Map(from.units.map((entry) => [entry.unit, entry]));
  const pairs = await world.inParallel(to.units, (entry) => toPair(world, entry, earlier.get(entry.unit)));
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
