import { applyDecisions, approveChanges, decisionsAt } from '../decisions';
import { withLag } from '../correlate';
import { summarise, totals } from '../evaluate';
import type { Drift } from '../model/drift';
import type { Run, RunHeader } from '../model/run';
import type { World } from '../world';

/** The run with what people decided, as it stands at an instant. Where nothing was decided it is the run that was kept. */
async function decided(world: World, run: Run): Promise<Run> {
  const decisions = await world.store.decisions();
  const findings = applyDecisions(run.findings, decisionsAt(decisions, world.now()));
  const drift = approveChanges(run.drift, decisions, world.now());
  if (findings.every((finding, at) => finding === run.findings[at]))
    return drift === run.drift ? run : { ...run, drift };
  const { resources } = run;
  return { ...run, drift, findings, summary: totals([summarise({ resources, context: [], findings, foreign: [] })]) };
}

/** A kept run as people see it today; undefined when nobody knows the id. Decisions are applied at each reading, so taking one back acts at once. */
export async function readRun(world: World, id: string): Promise<Run | undefined> {
  const run = await world.store.loadRun(id);
  if (!run) return undefined;
  const today = await decided(world, run);
  return { ...today, findings: withLag(today.findings, today.takenAt) };
}

/** What changed up to a run, with the approvals that hold today. */
export const readDrift = async (world: World, { drift }: RunHeader): Promise<Drift> =>
  approveChanges(drift, await world.store.decisions(), world.now());
