import { endingsBetween, isUnder, toEndingChange, withChanges } from '../drift';
import { enabledRules } from '../evaluate';
import type { Alert, OutboxRow } from '../model/alert';
import type { Decision } from '../model/decision';
import type { Change } from '../model/drift';
import type { Finding } from '../model/finding';
import type { Plan, Receipt } from '../model/plan';
import { mainRoute } from '../model/route';
import type { RunHeader, SelfHealth } from '../model/run';
import type { World } from '../world';
import { alertsOf } from './alerts';
import { shareForeign } from './foreign';
import { toHeader, type Concluded } from './header';
import { seekPaths } from './paths';
import { scheduleHealth } from './schedule';
import { backlogOf, quietBy, quietWeek, tagsIn } from './telling';

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

/** What ended or is about to end of what people decided, with the findings that come back; nothing where none is open under it. */
async function endingChanges(
  world: World,
  header: RunHeader,
  last: RunHeader | undefined,
  decisions: readonly Decision[],
): Promise<readonly Change[]> {
  const endings = last ? endingsBetween(decisions, last.takenAt, header.takenAt) : [];
  const told = endings.map(async (ending) => {
    const { decision } = ending;
    const open: Finding[] = [];
    for (const { unit, hash } of header.units)
      if (decision.scope === '/' || decision.scope.split('/')[2] === unit)
        open.push(...(await world.store.loadUnit(unit, hash)).findings.filter((one) => isUnder(decision, one)));
    return open.length > 0 ? [toEndingChange(ending, open, { from: header.drift.from, to: header.id })] : [];
  });
  return (await Promise.all(told)).flat();
}

const lastDueOf = (last: RunHeader | undefined): string => last?.self?.dueAt || (last?.self?.lastDueAt ?? '');

/** What the auditor says of itself: what the schedule wanted, and cards that were given up since the last run. */
async function selfOf(world: World, plan: Plan, last: RunHeader | undefined): Promise<SelfHealth> {
  const { schedule } = world.settings;
  const dead = (await world.store.dead()).filter(({ lastTriedAt }) => lastTriedAt > (last?.takenAt ?? ''));
  return { ...scheduleHealth(schedule, plan.dueAt ?? '', lastDueOf(last), plan.takenAt), dead: last ? dead.length : 0 };
}

/** Cards that wait behind one which its channel did not take; those that were never tried are on their way. */
async function undeliveredRows(world: World): Promise<readonly OutboxRow[]> {
  const waiting = await world.store.waiting();
  const silent = new Set(waiting.filter(({ tries }) => tries > 0).map(({ route }) => route));
  return waiting.filter(({ route }) => silent.has(route));
}

async function cardsOf(
  world: World,
  header: RunHeader,
  last: RunHeader | undefined,
  units: readonly Concluded[],
  decisions: readonly Decision[],
): Promise<readonly Alert[]> {
  const { settings } = world;
  const undelivered = await undeliveredRows(world);
  return alertsOf({
    header,
    last,
    rules: world.rules,
    links: { api: settings.apiUrl, portal: settings.cloud.portal },
    routes: settings.policy.routes,
    isQuiet: quietBy(decisions, header.takenAt),
    tagsOf: tagsIn(units.flatMap(({ record, baseline }) => [record, baseline])),
    undelivered,
    backlog: await backlogOf(world, header, undelivered),
    week: await quietWeek(world, header),
  });
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
  const decisions = await world.store.decisions();
  const base = toHeader(plan, units, last, rules, world.settings.policy);
  const paths = await seekPaths(world, base, last);
  const ended = await endingChanges(world, base, last, decisions);
  const drift = withChanges(base.drift, [...ended, ...paths.changes]);
  const self = await selfOf(world, plan, last);
  const untold: RunHeader = {
    ...base,
    drift,
    self,
    paths: paths.entry,
    ...(last?.toldAt ? { toldAt: last.toldAt } : {}),
  };
  const cards = await cardsOf(world, untold, last, units, decisions);
  const header = cards.some(({ route }) => route === mainRoute) ? { ...untold, toldAt: plan.takenAt } : untold;
  return (await world.store.commit(header, cards, plan.headEtag)) === 'committed' ? header : undefined;
}
