/** What a property may hold: text, a 32-bit integer, a truth value, bytes. */
export type Value = string | number | boolean | Uint8Array;

/** One entity of Table Storage. Names in `properties` are letters, digits and `_`. */
export interface Row {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly properties: Readonly<Record<string, Value>>;
}

/** A row as it was read. The etag moves with every write of the row. */
export interface StoredRow extends Row {
  readonly etag: string;
}

/** Why a write had no effect: the row is there already (409), is not there (404), was written since its etag was read (412). */
export type Refusal = 'exists' | 'missing' | 'changed';
export type Written = { readonly ok: true; readonly etag: string } | { readonly ok: false; readonly why: Refusal };

/** One step of a batch. `put` writes whatever is there; `update` replaces only what still has the etag. */
export type Change =
  | { readonly act: 'insert' | 'put'; readonly row: Row }
  | { readonly act: 'update'; readonly row: Row; readonly etag: string }
  | { readonly act: 'remove'; readonly partitionKey: string; readonly rowKey: string };

/**
 * Rows to read, in the order of their keys. `from` is the first row key, `to` the first one no longer wanted; without
 * `partitionKey` the whole table is read. `where` compares one property; `select` leaves out the other properties.
 */
export interface Query {
  readonly partitionKey?: string;
  readonly from?: string;
  readonly to?: string;
  readonly where?: { readonly property: string; readonly equals: string };
  readonly select?: readonly string[];
}

/**
 * What the store needs of Azure Table Storage. Tables come into being on first use. Limits are checked before anything is sent and
 * break with a `LimitError`; outages break with the error of the client. Writing the same row twice does no harm.
 */
export interface Tables {
  get(table: string, partitionKey: string, rowKey: string, select?: readonly string[]): Promise<StoredRow | undefined>;
  insert(table: string, row: Row): Promise<Written>;
  /** Insert or replace. */
  put(table: string, row: Row): Promise<void>;
  /** Replaces the whole row if it still has this etag. */
  update(table: string, row: Row, etag: string): Promise<Written>;
  /** Removes a row, or only the one with this etag. */
  remove(table: string, partitionKey: string, rowKey: string, etag?: string): Promise<Written>;
  query(table: string, query: Query): AsyncGenerator<StoredRow>;
  /** All or nothing, within one partition, each row once. An empty batch does nothing. */
  batch(table: string, changes: readonly Change[]): Promise<Written>;
}

/** Key of the row that a change writes. */
export const keyOf = (change: Change): { readonly partitionKey: string; readonly rowKey: string } =>
  change.act === 'remove' ? change : change.row;
