import PQueue from 'p-queue';
import { sha256 } from './canonical';
import { fromChunkRows, toChunkRows } from './chunks';
import { toBatches } from './limits';
import type { Row, StoredRow, Tables, Value, Written } from './tables';

/** Version of the rows' layout. Readers accept it and the one before. */
export const schemaVersion = 1;

/** A row that a newer version of the product wrote. */
export class SchemaError extends Error {
  constructor(found: number) {
    super(
      `The store was written by a newer aispm (schema ${found}; this one reads up to ${schemaVersion}). Update aispm.`,
    );
    this.name = 'SchemaError';
  }
}

/** Breaks when the row's schema is newer than ours, or when it has none and so is no row of ours. */
export function checkSchema(row: Row): void {
  const { schema } = row.properties;
  if (typeof schema !== 'number')
    throw new Error(`The row ${row.rowKey} names no schema: this is not a table of aispm.`);
  if (schema > schemaVersion) throw new SchemaError(schema);
}

/** One text of any length under one key, with columns that may be read and changed without it. */
export interface Document {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly text: string;
  readonly columns: Readonly<Record<string, Value>>;
}

const marker = (hash: string): string => `!${hash.slice(0, 16)}!`;

/**
 * Rows of a document: the root under its key, then as many further ones as the text needs. Further rows carry the text's hash in
 * their key, so that replacing the root switches from one whole text to another.
 */
export function toRows(document: Document): readonly [Row, ...Row[]] {
  const { partitionKey, rowKey, text, columns } = document;
  const hash = sha256(text);
  const [first, ...others] = toChunkRows(text);
  // Further rows bear the stamp too: they are written before their root, and nothing else says how old they are.
  const stamp = columns.writtenAt === undefined ? {} : { writtenAt: columns.writtenAt };
  const further = others.map((chunks, index) => ({
    partitionKey,
    rowKey: `${rowKey}${marker(hash)}${String(index + 1).padStart(4, '0')}`,
    properties: { schema: schemaVersion, ...stamp, ...chunks },
  }));
  return [
    {
      partitionKey,
      rowKey,
      properties: { ...columns, schema: schemaVersion, textRows: others.length + 1, textHash: hash, ...first },
    },
    ...further,
  ];
}

/** Further rows first: a root is never there without them. */
export async function putDocument(tables: Tables, table: string, document: Document): Promise<void> {
  const [root, ...further] = toRows(document);
  for (const row of further) await tables.put(table, row);
  await tables.put(table, root);
}

/** As `putDocument`, but leaves a document alone that is there already. */
export async function insertDocument(tables: Tables, table: string, document: Document): Promise<Written> {
  const [root, ...further] = toRows(document);
  for (const row of further) await tables.put(table, row);
  return tables.insert(table, root);
}

async function putRows(tables: Tables, table: string, rows: readonly Row[]): Promise<void> {
  const queue = new PQueue({ concurrency: 4 });
  await queue.addAll(toBatches(rows).map((batch) => () => tables.batch(table, batch)));
}

/** Many documents of one partition, in batches. */
export async function putDocuments(tables: Tables, table: string, documents: readonly Document[]): Promise<void> {
  const rows = documents.map(toRows);
  await putRows(
    tables,
    table,
    rows.flatMap(([, ...further]) => further),
  );
  await putRows(
    tables,
    table,
    rows.map(([root]) => root),
  );
}

/** The text below a root. Breaks when further rows are missing or the text is not the one whose hash the root names. */
export async function textOf(tables: Tables, table: string, root: StoredRow): Promise<string> {
  checkSchema(root);
  const { textRows, textHash } = root.properties;
  const rows: Row['properties'][] = [root.properties];
  if (typeof textRows === 'number' && textRows > 1) {
    const from = `${root.rowKey}${marker(String(textHash))}`;
    for await (const row of tables.query(table, { partitionKey: root.partitionKey, from, to: `${from}~` }))
      rows.push(row.properties);
  }
  const text = rows.length === textRows ? fromChunkRows(rows) : '';
  if (sha256(text) !== textHash) throw new Error(`${table}: the document ${root.rowKey} is damaged.`);
  return text;
}

/** Undefined when there is no such document. */
export async function readText(
  tables: Tables,
  table: string,
  partitionKey: string,
  rowKey: string,
): Promise<string | undefined> {
  const root = await tables.get(table, partitionKey, rowKey);
  return root && textOf(tables, table, root);
}

/**
 * Texts under many keys of one partition. A few are read one by one; for many, the partition is read once from the first key to the
 * last, what is not asked for dropped on the way. Breaks when one is missing.
 */
export async function readTexts(
  tables: Tables,
  table: string,
  partitionKey: string,
  rowKeys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set(rowKeys);
  const texts = new Map<string, string>();
  for await (const root of roots(tables, table, partitionKey, [...wanted]))
    texts.set(root.rowKey, await textOf(tables, table, root));
  const missing = rowKeys.find((key) => !texts.has(key));
  if (missing !== undefined) throw new Error(`${table}: the document ${missing} is missing.`);
  return texts;
}

async function* roots(
  tables: Tables,
  table: string,
  partitionKey: string,
  wanted: readonly string[],
): AsyncGenerator<StoredRow> {
  if (wanted.length <= 32) {
    const queue = new PQueue({ concurrency: 16 });
    const rows = await queue.addAll(wanted.map((rowKey) => () => tables.get(table, partitionKey, rowKey)));
    yield* rows.filter((row): row is StoredRow => row !== undefined);
    return;
  }
  const keys = new Set(wanted);
  const sorted = [...wanted].sort();
  const range = { from: sorted[0] ?? '', to: `${sorted.at(-1) ?? ''}!` };
  for await (const row of tables.query(table, { partitionKey, ...range })) if (keys.has(row.rowKey)) yield row;
}
