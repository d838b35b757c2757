import { keyOf, type Change, type Query, type Row, type Value } from './tables';

const kib = 1024;

/**
 * Limits of Azure Table Storage, as "Understanding the Table service data model" and "Performing entity group transactions" on
 * learn.microsoft.com state them. Azurite enforces few of them, so they are checked here. Characters are UTF-16 units.
 */
export const limits = {
  rowBytes: 1024 * kib,
  properties: 252,
  stringCharacters: 32 * kib,
  binaryBytes: 64 * kib,
  /** 1 KiB of UTF-16. */
  keyCharacters: 512,
  nameCharacters: 255,
  batchRows: 100,
  batchBytes: 4 * 1024 * kib,
} as const;

/** A write that Azure would refuse with status 400 and this error code. */
export class LimitError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
    this.name = 'LimitError';
  }
}

const refuse = (bad: boolean, code: string, message: () => string): void => {
  if (bad) throw new LimitError(code, message());
};

/** Breaks unless Azure takes the name: a letter, then 2 to 62 letters or digits. */
export function checkTable(table: string): void {
  refuse(!/^[A-Za-z][A-Za-z0-9]{2,62}$/.test(table), 'InvalidResourceName', () => `${table} is no name of a table.`);
}

const forbiddenInKey = /[/\\#?\u0000-\u001f\u007f-\u009f]/;

/** Breaks unless the text may be a partition key or a row key. */
export function checkKey(key: string): void {
  refuse(key.length > limits.keyCharacters, 'KeyValueTooLarge', () => `A key has ${key.length} characters.`);
  refuse(
    forbiddenInKey.test(key) || !key.isWellFormed(),
    'OutOfRangeInput',
    () => `Bad character in ${JSON.stringify(key)}.`,
  );
}

const reserved = new Set(['partitionkey', 'rowkey', 'timestamp', 'etag']);

function checkName(name: string): void {
  refuse(name.length > limits.nameCharacters, 'PropertyNameTooLong', () => `A name has ${name.length} characters.`);
  refuse(
    !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) || reserved.has(name.toLowerCase()),
    'PropertyNameInvalid',
    () => `${name} cannot name a property.`,
  );
}

function checkValue(name: string, value: Value): void {
  if (typeof value === 'number')
    refuse((value | 0) !== value, 'InvalidInput', () => `${name} is no 32-bit integer: ${value}.`);
  const size = typeof value === 'string' || value instanceof Uint8Array ? value.length : 0;
  const most = typeof value === 'string' ? limits.stringCharacters : limits.binaryBytes;
  refuse(size > most, 'PropertyValueTooLarge', () => `${name} has a length of ${size}, at most ${most} fit.`);
}

function valueSize(value: Value): number {
  if (typeof value === 'string') return value.length * 2 + 4;
  if (typeof value === 'number') return 4;
  return typeof value === 'boolean' ? 1 : value.length + 4;
}

/** Bytes that Azure counts for a row: 4, two a key character, and 8 + two a name character + the value a property. */
export function rowSize(row: Row): number {
  const start = 4 + (row.partitionKey.length + row.rowKey.length) * 2;
  return Object.entries(row.properties).reduce(
    (sum, [name, value]) => sum + 8 + name.length * 2 + valueSize(value),
    start,
  );
}

/** Breaks with Azure's code unless Azure takes the row. */
export function checkRow(row: Row): void {
  checkKey(row.partitionKey);
  checkKey(row.rowKey);
  const entries = Object.entries(row.properties);
  refuse(entries.length > limits.properties, 'TooManyProperties', () => `A row has ${entries.length} properties.`);
  for (const [name, value] of entries) {
    checkName(name);
    checkValue(name, value);
  }
  refuse(rowSize(row) > limits.rowBytes, 'EntityTooLarge', () => `A row has ${rowSize(row)} bytes.`);
}

/** Breaks unless all keys and names of a query may be asked for. */
export function checkQuery(query: Query): void {
  for (const key of [query.partitionKey, query.from, query.to]) if (key !== undefined) checkKey(key);
  if (query.where) checkName(query.where.property);
  query.select?.forEach(checkName);
}

const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4;
const wireValue = (value: Value): number => {
  if (value instanceof Uint8Array) return base64Length(value.length) + 24;
  return typeof value === 'string' ? Buffer.byteLength(JSON.stringify(value)) : 12;
};

/** Bytes that one change adds to the body of a batch, estimated from above: MIME part with its headers, names twice, base64. */
export function wireSize(change: Change): number {
  const { partitionKey, rowKey } = keyOf(change);
  const keys = 1024 + (partitionKey.length + rowKey.length) * 12;
  if (change.act === 'remove') return keys;
  const properties = Object.entries(change.row.properties);
  return properties.reduce((sum, [name, value]) => sum + name.length * 2 + 24 + wireValue(value), keys);
}

/** Breaks with Azure's code unless Azure takes the batch. */
export function checkBatch(changes: readonly Change[]): void {
  for (const change of changes)
    if (change.act === 'remove') [change.partitionKey, change.rowKey].forEach(checkKey);
    else checkRow(change.row);
  const keys = changes.map(keyOf);
  refuse(
    changes.length > limits.batchRows,
    'InvalidInput',
    () => `A batch has ${changes.length} rows, at most 100 fit.`,
  );
  refuse(
    keys.some((key) => key.partitionKey !== keys[0]?.partitionKey),
    'CommandsInBatchActOnDifferentPartitions',
    () => 'A batch stays within one partition.',
  );
  refuse(
    new Set(keys.map((key) => key.rowKey)).size < keys.length,
    'InvalidDuplicateRow',
    () => 'A batch names a row twice.',
  );
  const size = changes.reduce((sum, change) => sum + wireSize(change), 0);
  refuse(size >= limits.batchBytes, 'RequestBodyTooLarge', () => `A batch has ${size} bytes.`);
}

/** Parts rows of one partition into batches that Azure takes; a row named twice goes once. */
export function toBatches(rows: readonly Row[]): Change[][] {
  const batches: Change[][] = [];
  let bytes = 0;
  for (const row of new Map(rows.map((each) => [each.rowKey, each])).values()) {
    const change: Change = { act: 'put', row };
    const size = wireSize(change);
    const last = batches.at(-1);
    if (last && last.length < limits.batchRows && bytes + size < limits.batchBytes) {
      last.push(change);
      bytes += size;
    } else {
      batches.push([change]);
      bytes = size;
    }
  }
  return batches;
}
