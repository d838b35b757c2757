import type { Alert, AlertEnd, AlertKind, OutboxRow } from '../model/alert';
import { canonicalJson, inOrder } from './canonical';
import { checkSchema, insertDocument, textOf } from './documents';
import { toKey } from './keys';
import type { Link, Runs } from './runs';
import type { Row, StoredRow, Tables } from './tables';

const table = 'aispmoutbox';
const reasonCharacters = 8000;

const toRowKey = (alert: Alert): string => `${toKey(alert.runId)}!${toKey(alert.id)}`;

/** Within one run what is critical goes first, whatever its id. */
const urgencies: Readonly<Partial<Record<AlertKind, number>>> = { critical: 0, recovery: 1 };
const urgency = ({ kind }: Alert): number => urgencies[kind] ?? 2;

/** Columns that move while an alert is delivered. */
const toColumns = (
  row: Pick<OutboxRow, 'end' | 'reason' | 'tries' | 'firstTriedAt' | 'lastTriedAt'>,
): Row['properties'] => ({
  end: row.end,
  reason: row.reason.slice(0, reasonCharacters).toWellFormed(),
  tries: row.tries,
  firstTriedAt: row.firstTriedAt,
  lastTriedAt: row.lastTriedAt,
});

/** Cards to send, one row an alert for good. A row counts only while its run is on the chain and names it. */
export class Outbox {
  constructor(
    private readonly tables: Tables,
    private readonly runs: Runs,
    private readonly writtenAt: () => string,
  ) {}

  /** A row that is there is left alone: it may have been delivered. */
  async add(alerts: readonly Alert[]): Promise<void> {
    for (const alert of alerts) {
      const { id, runId, route, kind, message, covers = [] } = alert;
      const columns = {
        ...toColumns({ end: 'waiting', reason: '', tries: 0, firstTriedAt: '', lastTriedAt: '' }),
        runId,
        writtenAt: this.writtenAt(),
      };
      const text = canonicalJson({ id, runId, route, kind, message, covers });
      await insertDocument(this.tables, table, { partitionKey: toKey(route), rowKey: toRowKey(alert), text, columns });
    }
  }

  /** Rows of committed runs with this end, oldest run first. */
  async withEnd(end: AlertEnd): Promise<readonly OutboxRow[]> {
    const rows: StoredRow[] = [];
    for await (const row of this.tables.query(table, { where: { property: 'end', equals: end } })) rows.push(row);
    if (rows.length === 0) return [];
    const chain = await this.runs.chain();
    const alerts: OutboxRow[] = [];
    for (const link of [...chain].reverse()) alerts.push(...(await this.ofRun(link, rows)));
    return alerts;
  }

  /** Removes the cards of a run that was given up. */
  async forget(runId: string): Promise<void> {
    const rows: StoredRow[] = [];
    for await (const row of this.tables.query(table, { where: { property: 'runId', equals: runId } })) rows.push(row);
    for (const { partitionKey, rowKey } of rows) await this.removeWhole(partitionKey, rowKey);
  }

  /**
   * Takes a waiting row for one try, by etag. False when it has an end, or when `isBusy` says that whoever took it, and when, is still at it.
   * A row that nobody ever took is free.
   */
  async claim(
    alert: OutboxRow,
    sender: string,
    at: string,
    isBusy: (sender: string, since: string) => boolean,
  ): Promise<boolean> {
    const row = await this.tables.get(table, toKey(alert.route), toRowKey(alert));
    if (row?.properties.end !== 'waiting') return false;
    const { sender: other = '', takenAt = '' } = row.properties;
    if (other !== '' && isBusy(String(other), String(takenAt))) return false;
    const { partitionKey, rowKey } = row;
    const properties = { ...row.properties, sender, takenAt: at };
    return (await this.tables.update(table, { partitionKey, rowKey, properties }, row.etag)).ok;
  }

  /** Records a try or an end. The first end of a row stays. */
  async settle(alert: OutboxRow): Promise<void> {
    for (;;) {
      const row = await this.tables.get(table, toKey(alert.route), toRowKey(alert));
      if (!row) throw new Error(`The outbox holds no alert ${alert.id} of run ${alert.runId}.`);
      checkSchema(row);
      if (row.properties.end !== 'waiting') return;
      const { partitionKey, rowKey } = row;
      const properties = { ...row.properties, ...toColumns(alert), sender: '', takenAt: '' };
      const written = await this.tables.update(table, { partitionKey, rowKey, properties }, row.etag);
      if (written.ok) return;
    }
  }

  private async removeWhole(partitionKey: string, rowKey: string): Promise<void> {
    await this.tables.remove(table, partitionKey, rowKey);
    const range = { partitionKey, from: `${rowKey}!`, to: `${rowKey}!~` };
    for await (const row of this.tables.query(table, range)) await this.tables.remove(table, partitionKey, row.rowKey);
  }

  private async ofRun(link: Link, rows: readonly StoredRow[]): Promise<OutboxRow[]> {
    const own = rows.filter((row) => row.properties.runId === link.runId);
    if (own.length === 0) return [];
    const { alerts } = await this.runs.kept(link.row);
    const named = new Set(alerts.map(({ route, id }) => `${toKey(route)}\n${toKey(id)}`));
    const found: OutboxRow[] = [];
    for (const row of own) {
      const alert = await this.toAlert(row);
      if (named.has(`${toKey(alert.route)}\n${toKey(alert.id)}`)) found.push(alert);
    }
    return found.sort((a, b) => urgency(a) - urgency(b) || inOrder(a.id, b.id));
  }

  private async toAlert(row: StoredRow): Promise<OutboxRow> {
    const alert = JSON.parse(await textOf(this.tables, table, row)) as Alert;
    const { end, reason, tries, firstTriedAt = '', lastTriedAt } = row.properties;
    return {
      ...alert,
      end: end as AlertEnd,
      reason: String(reason),
      tries: Number(tries),
      firstTriedAt: String(firstTriedAt),
      lastTriedAt: String(lastTriedAt),
    };
  }
}
