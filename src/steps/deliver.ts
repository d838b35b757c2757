import type { AlertKey, OutboxRow } from '../model/alert';
import type { World } from '../world';

/** How long a channel may refuse to answer before a card is given up and shown as dead. */
const longestWaitDays = 7;

/** What became of the alerts that were waiting. */
export interface Delivery {
  readonly delivered: number;
  readonly waiting: number;
  readonly dead: number;
  readonly suppressed: number;
}

const isOver = (world: World, { firstTriedAt }: OutboxRow): boolean =>
  firstTriedAt !== '' && Date.parse(world.now()) - Date.parse(firstTriedAt) > longestWaitDays * 86_400_000;

/** Longer than the tries of one post take altogether, so that a sender within it may still be at work. */
const tryMinutes = 15;

/** Two deliveries at the same time, an audit's and the quarter-hourly one, would both read a row as waiting: one of them takes it. */
function take(world: World, row: OutboxRow, sender: string): Promise<boolean> {
  const now = world.now();
  const isYoung = (since: string): boolean => Date.parse(now) - Date.parse(since) < tryMinutes * 60_000;
  return world.store.claim(row, sender, now, (other, since) => isYoung(since) && world.isAlive(other));
}

async function sendOne(world: World, row: OutboxRow, sender: string): Promise<OutboxRow> {
  if (!(await take(world, row, sender))) return row;
  const sent = await world.send(row.route, row.message);
  if (!sent) return { ...row, end: 'suppressed', reason: 'no webhook is set for this channel' };
  const now = world.now();
  const tried = {
    ...row,
    tries: row.tries + 1,
    lastTriedAt: now,
    firstTriedAt: row.firstTriedAt || now,
    reason: sent.reason,
  };
  if (sent.outcome === 'accepted') return { ...tried, end: 'delivered' };
  return { ...tried, end: sent.outcome === 'refused' || isOver(world, tried) ? 'dead' : 'waiting' };
}

const nameOf = (route: string, { runId, id }: AlertKey): string => `${route}\n${runId}\n${id}`;

/** By name of a card: the later card that tells it in its place. */
function replacements(rows: readonly OutboxRow[]): ReadonlyMap<string, OutboxRow> {
  return new Map(rows.flatMap((row) => (row.covers ?? []).map((key) => [nameOf(row.route, key), row] as const)));
}

/**
 * Step 4. Sends what waits in the outbox, oldest first; each row ends delivered, suppressed or dead, or waits for the next try. A card that
 * a later one tells in its place is not sent. At least once: a process that dies between Teams' answer and our mark repeats one card with
 * the same alert id. A channel that does not answer keeps its later cards waiting, so that none overtakes another.
 */
export async function deliver(world: World): Promise<Delivery> {
  const rows = await world.store.waiting();
  const replaced = replacements(rows);
  const sender = world.newSender();
  const silent = new Set<string>();
  const ends: OutboxRow['end'][] = [];
  for (const row of rows) {
    const by = replaced.get(nameOf(row.route, row));
    const settled = by
      ? ({ ...row, end: 'suppressed', reason: `told by alert ${by.id}` } as const)
      : silent.has(row.route)
        ? row
        : await sendOne(world, row, sender);
    if (settled !== row) await world.store.settle(settled);
    if (settled.end === 'waiting') silent.add(row.route);
    ends.push(settled.end);
  }
  const count = (end: OutboxRow['end']): number => ends.filter((one) => one === end).length;
  return {
    delivered: count('delivered'),
    waiting: count('waiting'),
    dead: count('dead'),
    suppressed: count('suppressed'),
  };
}
