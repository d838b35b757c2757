import type { TokenCredential } from '@azure/core-auth';
import { RestError } from '@azure/core-rest-pipeline';
import {
  odata,
  TableClient,
  type TableEntity,
  type TableEntityResultPage,
  type TableServiceClientOptions,
  type TransactionAction,
} from '@azure/data-tables';
import { checkBatch, checkKey, checkQuery, checkRow, checkTable } from './limits';
import type { Change, Query, Refusal, Row, StoredRow, Tables, Value, Written } from './tables';

/** One operation, its retries included, ends within this time. */
const patience = 120_000;
const options = (): { readonly abortSignal: AbortSignal } => ({ abortSignal: AbortSignal.timeout(patience) });

const refusals: Readonly<Record<string, Refusal>> = {
  EntityAlreadyExists: 'exists',
  ResourceNotFound: 'missing',
  EntityDoesNotExist: 'missing',
  UpdateConditionNotSatisfied: 'changed',
  ConditionNotMet: 'changed',
};

interface ODataDetails {
  readonly odataError?: { readonly code?: string };
}

/** A table that is not there, or is being deleted, also answers 404 and 409: only the code tells it from a row. */
function toRefusal(error: unknown): Refusal | undefined {
  if (!(error instanceof RestError)) return undefined;
  const code = (error.details as ODataDetails | undefined)?.odataError?.code ?? error.code;
  return code ? refusals[code] : undefined;
}

async function toWritten(sent: Promise<object>): Promise<Written> {
  try {
    const answer = await sent;
    return { ok: true, etag: 'etag' in answer ? String(answer.etag) : '' };
  } catch (error) {
    const why = toRefusal(error);
    if (!why) throw error;
    return { ok: false, why };
  }
}

const toEntity = (row: Row): TableEntity => ({ ...row.properties, partitionKey: row.partitionKey, rowKey: row.rowKey });

const isValue = (value: unknown): value is Value =>
  ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Uint8Array;

function toRow(entity: Readonly<Record<string, unknown>>): StoredRow {
  const { partitionKey, rowKey, etag } = entity;
  const own = Object.entries(entity).filter(
    (entry): entry is [string, Value] =>
      !/^(partitionKey|rowKey|etag|timestamp|odata\..*)$/.test(entry[0]) && isValue(entry[1]),
  );
  return {
    partitionKey: String(partitionKey),
    rowKey: String(rowKey),
    etag: typeof etag === 'string' ? etag : '',
    properties: Object.fromEntries(own),
  };
}

function toAction(change: Change): TransactionAction {
  switch (change.act) {
    case 'remove':
      return ['delete', { partitionKey: change.partitionKey, rowKey: change.rowKey }];
    case 'update':
      return ['update', toEntity(change.row), 'Replace', { etag: change.etag }];
    case 'put':
      return ['upsert', toEntity(change.row), 'Replace'];
    case 'insert':
      return ['create', toEntity(change.row)];
  }
}

function toFilter(query: Query): string {
  const parts = [
    query.partitionKey !== undefined && odata`PartitionKey eq ${query.partitionKey}`,
    query.from !== undefined && odata`RowKey ge ${query.from}`,
    query.to !== undefined && odata`RowKey lt ${query.to}`,
    query.where && `${query.where.property} ${odata`eq ${query.where.equals}`}`,
  ];
  return parts.filter(Boolean).join(' and ');
}

const withKeys = (select: readonly string[]): string[] => ['PartitionKey', 'RowKey', ...select];

/**
 * Azure Table Storage (or Azurite) through Microsoft's client, which retries throttling and outages. A write that was retried after
 * it had already worked may come back refused: callers look who holds the row.
 */
class AzureTables implements Tables {
  private readonly clients = new Map<string, Promise<TableClient>>();

  constructor(private readonly open: (table: string) => TableClient) {}

  async get(
    table: string,
    partitionKey: string,
    rowKey: string,
    select?: readonly string[],
  ): Promise<StoredRow | undefined> {
    checkKey(partitionKey);
    checkKey(rowKey);
    const client = await this.client(table);
    try {
      const queryOptions = select ? { select: withKeys(select) } : {};
      return toRow(await client.getEntity(partitionKey, rowKey, { ...options(), queryOptions }));
    } catch (error) {
      if (toRefusal(error) === 'missing') return undefined;
      throw error;
    }
  }

  async insert(table: string, row: Row): Promise<Written> {
    checkRow(row);
    const client = await this.client(table);
    return toWritten(client.createEntity(toEntity(row), options()));
  }

  async put(table: string, row: Row): Promise<void> {
    checkRow(row);
    const client = await this.client(table);
    await client.upsertEntity(toEntity(row), 'Replace', options());
  }

  async update(table: string, row: Row, etag: string): Promise<Written> {
    checkRow(row);
    const client = await this.client(table);
    return toWritten(client.updateEntity(toEntity(row), 'Replace', { ...options(), etag }));
  }

  async remove(table: string, partitionKey: string, rowKey: string, etag?: string): Promise<Written> {
    checkKey(partitionKey);
    checkKey(rowKey);
    const client = await this.client(table);
    return toWritten(
      client.deleteEntity(partitionKey, rowKey, { ...options(), ...(etag === undefined ? {} : { etag }) }),
    );
  }

  async *query(table: string, query: Query): AsyncGenerator<StoredRow> {
    checkQuery(query);
    const client = await this.client(table);
    const queryOptions = { filter: toFilter(query), ...(query.select ? { select: withKeys(query.select) } : {}) };
    let continuationToken: string | undefined;
    do {
      // One page a call: the time limit is for a page, however slowly the caller takes the rows. A page may be empty and not the last.
      const pages = client
        .listEntities({ ...options(), queryOptions })
        .byPage(continuationToken ? { continuationToken } : {});
      const answer = (await pages.next()) as IteratorResult<TableEntityResultPage<Record<string, unknown>>, undefined>;
      if (answer.done) return;
      for (const entity of answer.value) yield toRow(entity);
      ({ continuationToken } = answer.value);
    } while (continuationToken);
  }

  async batch(table: string, changes: readonly Change[]): Promise<Written> {
    checkBatch(changes);
    if (changes.length === 0) return { ok: true, etag: '' };
    const client = await this.client(table);
    return toWritten(client.submitTransaction(changes.map(toAction), options()));
  }

  private client(table: string): Promise<TableClient> {
    const client = this.clients.get(table) ?? this.create(table);
    this.clients.set(table, client);
    client.catch(() => this.clients.delete(table));
    return client;
  }

  private async create(table: string): Promise<TableClient> {
    checkTable(table);
    const client = this.open(table);
    await client.createTable(options());
    return client;
  }
}

/**
 * Opens Table Storage by a connection string, or by the URL of its table endpoint with a credential (a URL with a shared access
 * signature needs none). Breaks when a plain URL comes without a credential. Nothing is sent before the first operation.
 */
export function openAzureTables(storage: string, credential?: TokenCredential): Tables {
  const settings = (insecure: boolean): TableServiceClientOptions => ({
    allowInsecureConnection: insecure,
    retryOptions: { maxRetries: 5, retryDelayInMs: 500, maxRetryDelayInMs: 20_000 },
  });
  if (!/^https?:\/\//i.test(storage))
    return new AzureTables((table) =>
      TableClient.fromConnectionString(storage, table, settings(/http:\/\/|protocol=http;/i.test(storage))),
    );
  const insecure = /^http:/i.test(storage);
  if (/[?&]sig=/.test(storage)) return new AzureTables((table) => new TableClient(storage, table, settings(insecure)));
  if (!credential)
    throw new Error('The URL of a table endpoint needs a credential: give a connection string or sign in.');
  return new AzureTables((table) => new TableClient(storage, table, credential, settings(insecure)));
}
