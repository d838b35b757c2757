import { readDecision, standingOf, type Asked, type Standing } from '../decisions';
import type { Decision } from '../model/decision';
import type { World } from '../world';

/** A decision that cannot be taken as it was asked for: every problem, each with how to mend it. */
export class DecisionRefused extends Error {
  override readonly name = 'DecisionRefused';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** A decision and how it stands now. */
export type StandingDecision = Decision & { readonly state: Standing };

async function resourceIds(world: World): Promise<readonly string[] | undefined> {
  const head = await world.store.header('latest');
  if (!head) return undefined;
  const ids: string[] = [];
  for await (const record of world.store.units(head)) ids.push(...record.resources.map(({ id }) => id));
  return ids;
}

const same = (a: Decision, b: Decision): boolean =>
  a.kind === b.kind &&
  a.rule === b.rule &&
  a.scope === b.scope &&
  a.until === b.until &&
  a.changes.join() === b.changes.join();

/**
 * Takes a decision and keeps it. Asked for again while it holds, the first one is returned: a request that is repeated decides once.
 * @throws DecisionRefused
 */
export async function decide(world: World, asked: Asked, by: string): Promise<StandingDecision> {
  const at = world.now();
  const known = {
    ruleIds: world.rules.map(({ id }) => id),
    resourceIds: asked.scope === undefined || asked.scope === '/' ? undefined : await resourceIds(world),
    maxDays: world.settings.policy.maxExceptionDays,
    by,
    at,
  };
  const read = readDecision(asked, known);
  if (!('decision' in read)) throw new DecisionRefused(read.problems);
  const standing = await decisions(world);
  const before = standing.find((one) => same(one, read.decision) && (one.state === 'active' || one.state === 'ending'));
  if (before) return before;
  await world.store.decide(read.decision);
  return { ...read.decision, state: standingOf(read.decision, at) };
}

/** All decisions, newest first, each as it stands now. */
export async function decisions(world: World): Promise<readonly StandingDecision[]> {
  const at = world.now();
  return (await world.store.decisions()).map((decision) => ({ ...decision, state: standingOf(decision, at) }));
}

/** Takes a decision back; undefined when there is none of this id. One that was taken back before stays as it was. */
export async function withdraw(
  world: World,
  id: string,
  by: string,
  reason: string,
): Promise<StandingDecision | undefined> {
  const found = (await decisions(world)).find((decision) => decision.id === id);
  if (!found || found.withdrawn) return found;
  const withdrawn = { by, at: world.now(), reason };
  await world.store.withdraw(id, withdrawn);
  return { ...found, withdrawn, state: 'withdrawn' };
}

/** Approves changes of a run: all of them, or one by its id. @throws DecisionRefused for an id that the run does not have. */
export async function approve(
  world: World,
  { runId, changeId }: { readonly runId: string; readonly changeId: string },
  reason: string,
  by: string,
): Promise<StandingDecision> {
  const header = await world.store.header(runId);
  const ids = header?.drift.changes.map(({ id }) => id) ?? [];
  const changes = changeId === '*' ? ids : ids.filter((id) => id === changeId);
  if (changes.length === 0) throw new DecisionRefused([`changes: run '${runId}' has no change '${changeId}'.`]);
  return decide(world, { kind: 'approval', changes, reason, scope: '/' }, by);
}
