import { settings } from '../config';
import { compareRuns } from '../steps/compareRuns';
import { readDrift } from '../steps/readRun';
import type { RunHeader } from '../model/run';
import { renderDrift } from '../report';
import { openWorld, type World } from '../world';
import { exitCodes, UsageError } from './exit';
import { say, write } from './output';

export interface DriftOptions {
  readonly from?: string;
  readonly to: string;
  readonly format: string;
  readonly out?: string;
}

/** The kept run of this id, or `latest`. @throws UsageError naming those there are. */
export async function headerOf(world: World, id: string): Promise<RunHeader> {
  const header = await world.store.header(id);
  if (header) return header;
  const kept = await world.store.list({ top: 5 });
  const known =
    kept.length > 0
      ? `Kept runs, newest first: ${kept.map((run) => run.id).join(', ')}.`
      : 'No run is kept yet: aispm audit makes one.';
  throw new UsageError(`There is no run '${id}'. ${known}`);
}

async function runDrift(world: World, options: DriftOptions): Promise<void> {
  const to = await headerOf(world, options.to);
  const from = options.from ? await headerOf(world, options.from) : undefined;
  const drift = from ? await compareRuns(world, from, to) : await readDrift(world, to);
  const titles = new Map(world.rules.map((rule) => [rule.id, rule.title]));
  const text =
    options.format === 'json'
      ? `${JSON.stringify(drift, null, 2)}\n`
      : renderDrift({ header: { ...to, drift }, last: from, titles });
  write(text, options.out);
}

/** `aispm drift`. Reads kept runs only; asks Azure nothing. */
export async function driftCommand(options: DriftOptions): Promise<number> {
  const world = await openWorld(settings(), { tell: say });
  try {
    await runDrift(world, options);
    return exitCodes.clean;
  } finally {
    await world.close();
  }
}
