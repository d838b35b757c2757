import type { Alert } from '../model/alert';
import type { Plan } from '../model/plan';
import type { RunHeader } from '../model/run';
import { canonicalJson, inOrder, sha256 } from './canonical';
import { checkSchema, putDocument, readText, readTexts, schemaVersion } from './documents';
import { invertedTime, toKey, toMillis } from './keys';
import type { Row, StoredRow, Tables } from './tables';

const table = 'aispmruns';
const runPartition = 'run';
const headRow = 'current';

/** The head as it stands: the row of the last committed header, '' before the first run. */
interface Pointer {
  readonly row: string;
  readonly runId: string;
  readonly etag: string;
}

/** One committed run on the chain. `row` is the key of its header, `previousRow` that of the run it followed. */
export interface Link {
  readonly row: string;
  readonly runId: string;
  readonly takenAt: string;
  readonly previousRow: string;
  /** Its content was given up for good: only its place in the chain is left. */
  readonly given: boolean;
}

/** A header as it is kept: with the alerts that count when it is committed. */
interface Kept {
  readonly header: RunHeader;
  readonly alerts: readonly { readonly route: string; readonly id: string }[];
}

const toLink = (row: Row): Link => ({
  row: row.rowKey,
  runId: String(row.properties.runId),
  takenAt: String(row.properties.takenAt),
  previousRow: String(row.properties.previousRow ?? ''),
  given: row.properties.given === true,
});
const linkColumns = ['schema', 'runId', 'takenAt', 'previousRow', 'given'];

function toKept(header: RunHeader, alerts: readonly Alert[]): Kept {
  const named = alerts.map(({ route, id }) => ({ route, id }));
  return {
    header: { ...header, units: [...header.units].sort((a, b) => inOrder(a.unit, b.unit)) },
    alerts: named.sort((a, b) => inOrder(canonicalJson(a), canonicalJson(b))),
  };
}

/** Plans, headers and the head. A header's key holds the hash of its content, so the head names exactly what was committed. */
export class Runs {
  private known: { readonly head: string; readonly chain: readonly Link[] } = { head: '', chain: [] };
  private last: { readonly row: string; readonly kept: Kept } | undefined;

  constructor(
    private readonly tables: Tables,
    private readonly writtenAt: () => string,
  ) {}

  async savePlan(plan: Plan): Promise<void> {
    const columns = { writtenAt: this.writtenAt() };
    const text = canonicalJson(plan);
    await putDocument(this.tables, table, { partitionKey: 'plan', rowKey: toKey(plan.id), text, columns });
  }

  async loadPlan(id: string): Promise<Plan> {
    const text = await readText(this.tables, table, 'plan', toKey(id));
    if (text === undefined) throw new Error(`The store holds no plan ${id}.`);
    return JSON.parse(text) as Plan;
  }

  async pointer(): Promise<Pointer> {
    const row = await this.tables.get(table, 'head', headRow);
    if (!row) return { row: '', runId: '', etag: '' };
    checkSchema(row);
    return { row: String(row.properties.row), runId: String(row.properties.runId), etag: row.etag };
  }

  /**
   * Writes the header and moves the head to it. A repeat finds the run committed. `before` writes what must be there when the run
   * becomes visible.
   */
  async commit(header: RunHeader, alerts: readonly Alert[], expectedEtag: string, before: () => Promise<void>) {
    const pointer = await this.pointer();
    if (pointer.etag !== expectedEtag) return this.verdict(header.id);
    if (pointer.runId !== header.previous)
      throw new Error(
        `Run ${header.id} follows ${header.previous || 'none'}, but the head is ${pointer.runId || 'none'}.`,
      );
    await before();
    const rowKey = await this.putHeader(toKept(header, alerts), pointer.row);
    await this.moveHead(rowKey, header, pointer);
    return this.verdict(header.id);
  }

  /** Committed runs whose content is there, newest first. Headers that nobody's chain names are left out. */
  async chain(): Promise<readonly Link[]> {
    return (await this.wholeChain()).filter(({ given }) => !given);
  }

  /** Every committed run, also those of which only their place is left. */
  async wholeChain(): Promise<readonly Link[]> {
    const { row: head } = await this.pointer();
    if (head === this.known.head) return this.known.chain;
    const newest = await this.tables.get(table, runPartition, head, linkColumns);
    if (newest && this.known.head && toLink(newest).previousRow === this.known.head)
      this.known = { head, chain: [toLink(newest), ...this.known.chain] };
    else this.known = { head, chain: await this.walk(head) };
    return this.known.chain;
  }

  /** Gives up the content of a run and keeps its place in the chain; it must not be the head. A repeat does no harm. */
  async giveUp({ row, runId, takenAt, previousRow }: Link): Promise<void> {
    const properties = { schema: schemaVersion, runId, takenAt, previousRow, given: true, writtenAt: this.writtenAt() };
    await this.tables.put(table, { partitionKey: runPartition, rowKey: row, properties });
    this.known = { head: '', chain: [] };
  }

  /** Survey parts that the plan of a run names, as `unit hash`; none where the plan is not there. */
  async partsOf(planId: string): Promise<ReadonlySet<string>> {
    const text = await readText(this.tables, table, 'plan', toKey(planId));
    if (text === undefined) return new Set();
    return new Set((JSON.parse(text) as Plan).units.map(({ unit, part }) => `${unit} ${part}`));
  }

  async headers(links: readonly Link[]): Promise<readonly RunHeader[]> {
    const rowKeys = links.map((link) => link.row);
    const texts = await readTexts(this.tables, table, runPartition, rowKeys);
    return rowKeys.map((row) => (JSON.parse(texts.get(row) ?? '') as Kept).header);
  }

  /** The header at the head and its alerts; kept in memory while the head stands. Undefined before the first run. */
  async latest(): Promise<Kept | undefined> {
    const { row } = await this.pointer();
    if (!row) return undefined;
    if (this.last?.row !== row) this.last = { row, kept: await this.kept(row) };
    return this.last.kept;
  }

  async kept(row: string): Promise<Kept> {
    const text = await readText(this.tables, table, runPartition, row);
    if (text === undefined) throw new Error(`The store holds no header ${row}, but the chain names it.`);
    return JSON.parse(text) as Kept;
  }

  private async putHeader(kept: Kept, previousRow: string): Promise<string> {
    const { id, takenAt } = kept.header;
    const text = canonicalJson(kept);
    const rowKey = `${invertedTime(takenAt)}!${toKey(id)}!${sha256(`${previousRow}\n${text}`)}`;
    const columns = { runId: id, takenAt, previousRow, writtenAt: this.writtenAt() };
    await putDocument(this.tables, table, { partitionKey: runPartition, rowKey, text, columns });
    return rowKey;
  }

  private async moveHead(row: string, { id, takenAt }: RunHeader, { etag }: Pointer): Promise<void> {
    const properties = { schema: schemaVersion, row, runId: id, takenAt, writtenAt: this.writtenAt() };
    const head = { partitionKey: 'head', rowKey: headRow, properties };
    await (etag ? this.tables.update(table, head, etag) : this.tables.insert(table, head));
  }

  /** A refused write may be our own, retried after it had worked: only the chain says who won. */
  private async verdict(runId: string): Promise<'committed' | 'lost'> {
    const chain = await this.wholeChain();
    return chain.some((link) => link.runId === runId) ? 'committed' : 'lost';
  }

  private async walk(head: string): Promise<readonly Link[]> {
    const links = new Map<string, Link>();
    for await (const row of this.tables.query(table, { partitionKey: runPartition, select: linkColumns }))
      if (isRoot(row)) links.set(row.rowKey, toLink(row));
    const chain: Link[] = [];
    for (let row = head; row; row = chain.at(-1)?.previousRow ?? '') {
      const link = links.get(row);
      if (!link) throw new Error(`The history is broken: the header ${row} is missing.`);
      chain.push(link);
    }
    return chain;
  }
}

function isRoot(row: StoredRow): boolean {
  checkSchema(row);
  return row.properties.runId !== undefined;
}

/** The newest run at or before the instant. */
export const newestAt = (chain: readonly Link[], instant: string): Link | undefined => {
  const limit = toMillis(instant);
  return chain.find((link) => toMillis(link.takenAt) <= limit);
};
