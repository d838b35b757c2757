import { applyDecisions, decisionsAt } from '../decisions';
import { withLag } from '../correlate';
import { summarise, totals } from '../evaluate';
import type { Run } from '../model/run';
import type { World } from '../world';

/** The run with what people decided, as it stands at an instant. Where nothing was decided it is the run that was kept. */
async function decided(world: World, run: Run): Promise<Run> {
  const findings = applyDecisions(run.findings, decisionsAt(await world.store.decisions(), world.now()));
  if (findings.every((finding, at) => finding === run.findings[at])) return run;
  const { resources } = run;
  return { ...run, findings, summary: totals([summarise({ resources, context: [], findings, foreign: [] })]) };
}

/** A kept run as people see it today; undefined when nobody knows the id. Decisions are applied at each reading, so taking one back acts at once. */
export async function readRun(world: World, id: string): Promise<Run | undefined> {
  const run = await world.store.loadRun(id);
  if (!run) return undefined;
  const today = await decided(world, run);
  return { ...today, findings: withLag(today.findings, today.takenAt) };
}
