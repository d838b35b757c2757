import type { Change, Query, Row, StoredRow, Tables, Written } from '../../src/store/tables';

/** Tables seen through `around`, which is told of each operation and may break it before or after its effect. */
export class WrappedTables implements Tables {
  constructor(
    private readonly inner: Tables,
    private readonly around: <T>(name: string, run: () => Promise<T>) => Promise<T>,
    private readonly rename: (table: string) => string = (table) => table,
  ) {}

  get(table: string, partitionKey: string, rowKey: string, select?: readonly string[]): Promise<StoredRow | undefined> {
    return this.around(`get ${table}`, () => this.inner.get(this.rename(table), partitionKey, rowKey, select));
  }

  insert(table: string, row: Row): Promise<Written> {
    return this.around(`insert ${table}`, () => this.inner.insert(this.rename(table), row));
  }

  put(table: string, row: Row): Promise<void> {
    return this.around(`put ${table}`, () => this.inner.put(this.rename(table), row));
  }

  update(table: string, row: Row, etag: string): Promise<Written> {
    return this.around(`update ${table}`, () => this.inner.update(this.rename(table), row, etag));
  }

  remove(table: string, partitionKey: string, rowKey: string, etag?: string): Promise<Written> {
    return this.around(`remove ${table}`, () => this.inner.remove(this.rename(table), partitionKey, rowKey, etag));
  }

  batch(table: string, changes: readonly Change[]): Promise<Written> {
    return this.around(`batch ${table}`, () => this.inner.batch(this.rename(table), changes));
  }

  async *query(table: string, query: Query): AsyncGenerator<StoredRow> {
    await this.around(`query ${table}`, () => Promise.resolve());
    yield* this.inner.query(this.rename(table), query);
  }
}

/** The same account with tables of one's own. */
export const apart = (inner: Tables, prefix: string): Tables =>
  new WrappedTables(
    inner,
    (_name, run) => run(),
    (table) => prefix + table,
  );

export async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const row of rows) list.push(row);
  return list;
}
