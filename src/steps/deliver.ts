import type { OutboxRow } from '../model/alert';
import type { World } from '../world';

/** Tries after which an alert is given up and shown as dead. */
const maxTries = 12;

/** What became of the alerts that were waiting. */
export interface Delivery {
  readonly delivered: number;
  readonly waiting: number;
  readonly dead: number;
  readonly suppressed: number;
}

async function sendOne(world: World, row: OutboxRow): Promise<OutboxRow> {
  if (!world.settings.webhookUrl) return { ...row, end: 'suppressed', reason: 'no webhook is set' };
  const sent = await world.send(row.message);
  const tried = { ...row, tries: row.tries + 1, lastTriedAt: world.now(), reason: sent.reason };
  if (sent.outcome === 'accepted') return { ...tried, end: 'delivered' };
  return { ...tried, end: sent.outcome === 'refused' || tried.tries >= maxTries ? 'dead' : 'waiting' };
}

/**
 * Step 4. Sends what waits in the outbox, oldest first; each row ends delivered, suppressed or dead, or waits for the next try. At least
 * once: a process that dies between Teams' answer and our mark repeats one card with the same alert id.
 */
export async function deliver(world: World): Promise<Delivery> {
  const ends: OutboxRow['end'][] = [];
  for (const row of await world.store.waiting()) {
    const settled = await sendOne(world, row);
    await world.store.settle(settled);
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
