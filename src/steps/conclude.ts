import { enabledRules } from '../evaluate';
import type { Receipt } from '../model/plan';
import type { RunHeader } from '../model/run';
import type { World } from '../world';
import { alertsOf } from './alerts';
import { shareForeign } from './foreign';
import { toHeader, type Concluded } from './header';

/** Loads what the comparison needs: nothing of a unit whose record is the one that was last compared. */
async function concludeUnit(world: World, { unit, hash }: Receipt, last: RunHeader | undefined): Promise<Concluded> {
  const previous = last?.units.find((entry) => entry.unit === unit);
  if (previous && previous.hash === hash && previous.baseline === hash)
    return { hash, record: undefined, previous, baseline: undefined };
  const [record, baseline] = await Promise.all([
    world.store.loadUnit(unit, hash),
    previous && previous.baseline !== hash ? world.store.loadUnit(unit, previous.baseline) : undefined,
  ]);
  return { hash, record, previous, baseline };
}

/**
 * Step 3. What changed since the last run, the header, the alerts, and one commit: readers see the whole run or none of it. Undefined
 * when another run was committed meanwhile; nobody then sees this one.
 */
export async function conclude(
  world: World,
  planId: string,
  receipts: readonly Receipt[],
): Promise<RunHeader | undefined> {
  const plan = await world.store.loadPlan(planId);
  const last = plan.previous ? await world.store.header(plan.previous) : undefined;
  const all = await shareForeign(world.store, receipts);
  const units = await world.inParallel(all, (receipt) => concludeUnit(world, receipt, last));
  const rules = enabledRules(world.rules, world.settings.policy)
    .map((rule) => rule.id)
    .sort();
  const header = toHeader(plan, units, last, rules, world.settings.policy);
  const titles = new Map(world.rules.map((rule) => [rule.id, rule.title]));
  const links = { api: world.settings.apiUrl, portal: world.settings.cloud.portal };
  const outcome = await world.store.commit(header, alertsOf(header, last, titles, links), plan.headEtag);
  return outcome === 'committed' ? header : undefined;
}
