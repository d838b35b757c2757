import type { Log } from '../drift';
import type { ActivityEvent } from '../model/governance';
import type { RunHeader } from '../model/run';
import type { World } from '../world';

/** Runs whose logs are put together at most: beyond that, silence proves nothing. */
const mostRuns = 100;

/** Runs after `from` up to `to`, newest first; undefined where the one does not lead to the other. */
async function runsBetween(world: World, from: RunHeader, to: RunHeader): Promise<readonly RunHeader[] | undefined> {
  const found: RunHeader[] = [];
  let run: RunHeader | undefined = to;
  while (run && run.id !== from.id && found.length < mostRuns) {
    found.push(run);
    run = run.previous ? await world.store.header(run.previous) : undefined;
  }
  return run?.id === from.id ? found : undefined;
}

/** What the runs from one to another read of the Activity Log, unit by unit: each holds what happened since the one before. */
export async function logBetween(
  world: World,
  from: RunHeader,
  to: RunHeader,
): Promise<(unit: string) => Promise<Log>> {
  const runs = await runsBetween(world, from, to);
  return async (unit) => {
    if (!runs) return { events: [], complete: false };
    const hashes = new Set(runs.flatMap((run) => run.units.find((entry) => entry.unit === unit)?.hash ?? []));
    const records = await Promise.all([...hashes].map((hash) => world.store.loadUnit(unit, hash)));
    const events = new Map<string, ActivityEvent>(
      records.flatMap((record) => (record.events ?? []).map((event) => [event.id, event] as const)),
    );
    const isWhole = records.every(({ gaps }) => !gaps.some(({ kind }) => kind === 'activityEvent'));
    return { events: [...events.values()], complete: isWhole };
  };
}
