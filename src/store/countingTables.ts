import type { Change, Query, Row, StoredRow, Tables, Written } from './tables';

/** Tables that count the rows written through them. */
export class CountingTables implements Tables {
  written = 0;

  constructor(private readonly inner: Tables) {}

  get(table: string, partitionKey: string, rowKey: string, select?: readonly string[]): Promise<StoredRow | undefined> {
    return this.inner.get(table, partitionKey, rowKey, select);
  }

  query(table: string, query: Query): AsyncGenerator<StoredRow> {
    return this.inner.query(table, query);
  }

  insert(table: string, row: Row): Promise<Written> {
    return this.counted(this.inner.insert(table, row), 1);
  }

  async put(table: string, row: Row): Promise<void> {
    await this.inner.put(table, row);
    this.written += 1;
  }

  update(table: string, row: Row, etag: string): Promise<Written> {
    return this.counted(this.inner.update(table, row, etag), 1);
  }

  remove(table: string, partitionKey: string, rowKey: string, etag?: string): Promise<Written> {
    return this.counted(this.inner.remove(table, partitionKey, rowKey, etag), 1);
  }

  batch(table: string, changes: readonly Change[]): Promise<Written> {
    return this.counted(this.inner.batch(table, changes), changes.length);
  }

  private async counted(write: Promise<Written>, rows: number): Promise<Written> {
    const written = await write;
    if (written.ok) this.written += rows;
    return written;
  }
}
