import { checkSchema, schemaVersion } from './documents';
import { toKey, toMillis } from './keys';
import type { Slot } from './store';
import type { Row, StoredRow, Tables } from './tables';

const table = 'aispmslots';

const toRow = ({ scheduledAt, owner }: Slot, state: 'held' | 'done', heartbeatAt: string): Row => ({
  partitionKey: 'slot',
  rowKey: toKey(scheduledAt),
  properties: { schema: schemaVersion, owner, state, heartbeatAt },
});

/** Leases on scheduled slots: at most one winner each, for good. */
export class Slots {
  constructor(private readonly tables: Tables) {}

  /** True when the owner holds the slot from `now` on; taking it again is the heartbeat. A slot that is done stays done. */
  async take(slot: Slot, now: string, ttlSeconds: number): Promise<boolean> {
    const row = toRow(slot, 'held', now);
    const first = await this.tables.insert(table, row);
    if (first.ok) return true;
    const held = await this.read(slot);
    if (!held || !mayTake(held, slot, now, ttlSeconds)) return false;
    const taken = await this.tables.update(table, row, held.etag);
    // The client may have repeated an update that had worked: the row says who won.
    return taken.ok || (await this.read(slot))?.properties.owner === slot.owner;
  }

  /** Marks the slot as done, if the owner still holds it. */
  async release(slot: Slot): Promise<void> {
    const held = await this.read(slot);
    if (held?.properties.owner !== slot.owner) return;
    await this.tables.update(table, toRow(slot, 'done', String(held.properties.heartbeatAt)), held.etag);
  }

  private async read(slot: Slot): Promise<StoredRow | undefined> {
    const row = await this.tables.get(table, 'slot', toKey(slot.scheduledAt));
    if (row) checkSchema(row);
    return row;
  }
}

function mayTake(held: StoredRow, slot: Slot, now: string, ttlSeconds: number): boolean {
  const { owner, state, heartbeatAt } = held.properties;
  if (state === 'done') return false;
  return owner === slot.owner || toMillis(String(heartbeatAt)) + ttlSeconds * 1000 < toMillis(now);
}
