import { checkBatch, checkKey, checkQuery, checkRow, checkTable } from './limits';
import {
  keyOf,
  type Change,
  type Query,
  type Refusal,
  type Row,
  type StoredRow,
  type Tables,
  type Value,
  type Written,
} from './tables';

const pageRows = 1000;

const copied = (properties: Row['properties'], select?: readonly string[]): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => !select || select.includes(name))
      .map(([name, value]) => [name, value instanceof Uint8Array ? Uint8Array.from(value) : value]),
  );

const fits = (row: StoredRow, { where }: Query): boolean => !where || row.properties[where.property] === where.equals;

/** Rows of one partition, and their keys in order; the order is settled when it is asked for. */
class Partition {
  readonly rows = new Map<string, StoredRow>();
  private order: string[] | undefined;

  set(row: StoredRow): void {
    if (!this.rows.has(row.rowKey)) this.order = undefined;
    this.rows.set(row.rowKey, row);
  }

  delete(rowKey: string): void {
    this.rows.delete(rowKey);
    this.order = undefined;
  }

  page(from: string, after: boolean, to?: string): string[] {
    this.order ??= [...this.rows.keys()].sort();
    const start = this.order.findIndex((key) => (after ? key > from : key >= from));
    const keys = start < 0 ? [] : this.order.slice(start, start + pageRows);
    return to === undefined ? keys : keys.filter((key) => key < to);
  }
}

/**
 * Table Storage in memory with Azure's limits, outcomes and error codes: for `--no-store` and for tests. Each operation takes effect
 * at one instant; a query sees what is there when it reaches a page.
 */
export class MemoryTables implements Tables {
  private readonly tables = new Map<string, Map<string, Partition>>();
  private stamp = 0;

  async get(
    table: string,
    partitionKey: string,
    rowKey: string,
    select?: readonly string[],
  ): Promise<StoredRow | undefined> {
    await this.reach(table);
    checkKey(partitionKey);
    checkKey(rowKey);
    const row = this.find(table, partitionKey, rowKey);
    return row && { ...row, properties: copied(row.properties, select) };
  }

  async insert(table: string, row: Row): Promise<Written> {
    return this.write(table, { act: 'insert', row });
  }

  async put(table: string, row: Row): Promise<void> {
    await this.write(table, { act: 'put', row });
  }

  async update(table: string, row: Row, etag: string): Promise<Written> {
    return this.write(table, { act: 'update', row, etag });
  }

  async remove(table: string, partitionKey: string, rowKey: string, etag?: string): Promise<Written> {
    await this.reach(table);
    checkKey(partitionKey);
    checkKey(rowKey);
    const row = this.find(table, partitionKey, rowKey);
    if (!row) return { ok: false, why: 'missing' };
    if (etag !== undefined && etag !== row.etag) return { ok: false, why: 'changed' };
    return this.apply(table, { act: 'remove', partitionKey, rowKey });
  }

  async *query(table: string, query: Query): AsyncGenerator<StoredRow> {
    await this.reach(table);
    checkQuery(query);
    const partitions =
      query.partitionKey === undefined ? [...(this.tables.get(table)?.keys() ?? [])].sort() : [query.partitionKey];
    for (const key of partitions) yield* this.queryPartition(table, key, query);
  }

  async batch(table: string, changes: readonly Change[]): Promise<Written> {
    await this.reach(table);
    checkBatch(changes);
    for (const change of changes) {
      const why = this.refusal(table, change);
      if (why) return { ok: false, why };
    }
    for (const change of changes) this.apply(table, change);
    return { ok: true, etag: '' };
  }

  private async reach(table: string): Promise<void> {
    await Promise.resolve();
    checkTable(table);
  }

  private find(table: string, partitionKey: string, rowKey: string): StoredRow | undefined {
    return this.tables.get(table)?.get(partitionKey)?.rows.get(rowKey);
  }

  private async write(table: string, change: Change & { readonly row: Row }): Promise<Written> {
    await this.reach(table);
    checkRow(change.row);
    const why = this.refusal(table, change);
    return why ? { ok: false, why } : this.apply(table, change);
  }

  private refusal(table: string, change: Change): Refusal | undefined {
    if (change.act === 'put') return undefined;
    const { partitionKey, rowKey } = keyOf(change);
    const row = this.find(table, partitionKey, rowKey);
    if (change.act === 'insert') return row && 'exists';
    if (!row) return 'missing';
    return change.act === 'update' && change.etag !== row.etag ? 'changed' : undefined;
  }

  private apply(table: string, change: Change): Written {
    const { partitionKey, rowKey } = keyOf(change);
    const partitions = this.tables.get(table) ?? new Map<string, Partition>();
    this.tables.set(table, partitions);
    const partition = partitions.get(partitionKey) ?? new Partition();
    partitions.set(partitionKey, partition);
    this.stamp += 1;
    const etag = `W/"${this.stamp}"`;
    if (change.act === 'remove') partition.delete(rowKey);
    else partition.set({ partitionKey, rowKey, properties: copied(change.row.properties), etag });
    return { ok: true, etag };
  }

  private async *queryPartition(table: string, partitionKey: string, query: Query): AsyncGenerator<StoredRow> {
    const partition = this.tables.get(table)?.get(partitionKey);
    if (!partition) return;
    const { from = '', to } = query;
    for (
      let keys = partition.page(from, false, to);
      keys.length > 0;
      keys = partition.page(keys.at(-1) ?? '', true, to)
    ) {
      const rows = keys.map((key) => partition.rows.get(key)).filter((row) => row && fits(row, query));
      for (const row of rows) if (row) yield { ...row, properties: copied(row.properties, query.select) };
      await Promise.resolve();
    }
  }
}
