import { decisionsAt } from '../decisions';
import type { Decision } from '../model/decision';
import type { Change } from '../model/drift';
import type { RunHeader, UnitRecord } from '../model/run';
import type { World } from '../world';
import { compareRuns } from './compareRuns';
import type { Telling } from './alerts';

const weekMillis = 7 * 86_400_000;

/** Reopened findings and ended exceptions always speak; the rest is quiet when every fault it opened is excepted or snoozed. */
export function quietBy(decisions: readonly Decision[], at: string): (change: Change) => boolean {
  const decisionOf = decisionsAt(decisions, at);
  const isHushed = (finding: Change['findings'][number]): boolean => {
    const kind = decisionOf(finding)?.kind;
    return kind === 'exception' || kind === 'snooze';
  };
  return ({ kind, findings, integrity }) => {
    if (kind === 'reopened' || kind === 'exceptionOver' || integrity === 'tampering') return false;
    return findings.length > 0 && findings.every(isHushed);
  };
}

/** Tags of the resources that the compared records hold, the later record speaking first. */
export function tagsIn(records: readonly (UnitRecord | undefined)[]): Telling['tagsOf'] {
  const tags = new Map<string, ReadonlySet<string>>();
  for (const record of records)
    for (const { id, tags: held } of record?.resources ?? [])
      if (!tags.has(id))
        tags.set(id, new Set(Object.entries(held).map(([name, value]) => `${name}=${value}`.toLowerCase())));
  const none: ReadonlySet<string> = new Set();
  return (id) => tags.get(id) ?? none;
}

/** The runs from the one whose card was not taken up to the last one, oldest first. */
const missedSince = (runs: readonly RunHeader[], oldest: string): readonly RunHeader[] => {
  const at = runs.findIndex(({ id }) => id === oldest);
  return at < 0 ? [] : runs.slice(0, at + 1).reverse();
};

/** Ends of exceptions, and paths: comparing the records of two runs does not give them. */
const isAside = ({ sort, resourceKind }: Change): boolean => sort === 'decision' || resourceKind === '';

/**
 * All that changed over the missed runs and this one. Where the run before the first of them is not there, that one is compared with, and
 * what it told itself is told as it stood.
 */
async function changesOver(world: World, missed: readonly RunHeader[], header: RunHeader): Promise<readonly Change[]> {
  const [first] = missed;
  if (!first) return header.drift.changes;
  const before = await world.store.header(first.drift.from);
  const { changes } = await compareRuns(world, before ?? first, header);
  const untold = before ? [] : first.drift.changes;
  const aside = [...missed, header].flatMap(({ drift }) => drift.changes.filter(isAside));
  return [...new Map([...untold, ...changes, ...aside].map((change) => [change.id, change])).values()];
}

/** For each channel with cards that it did not take: what changed altogether since the run before the oldest of them. */
export async function backlogOf(
  world: World,
  header: RunHeader,
  undelivered: Telling['undelivered'],
): Promise<Telling['backlog']> {
  if (undelivered.length === 0) return new Map();
  const runs = await world.store.list();
  const routes = [...new Set(undelivered.map(({ route }) => route))];
  const told = routes.map(async (route) => {
    const oldest = undelivered.find((row) => row.route === route)?.runId ?? '';
    const missed = missedSince(runs, oldest);
    return [route, { changes: await changesOver(world, missed, header), missed }] as const;
  });
  return new Map(await Promise.all(told));
}

/** The runs of a quiet week, when one is over and the schedule asked for this run; empty otherwise. */
export async function quietWeek(world: World, header: RunHeader): Promise<readonly RunHeader[]> {
  const since = header.toldAt;
  if (header.trigger !== 'timer' || since === undefined) return [];
  // Audits begin a little earlier or later from day to day: a week is over an hour early.
  if (Date.parse(header.takenAt) - Date.parse(since) < weekMillis - 3_600_000) return [];
  const runs = await world.store.list();
  return [...runs.filter(({ takenAt }) => takenAt > since).reverse(), header];
}
