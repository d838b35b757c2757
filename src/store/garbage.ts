import PQueue from 'p-queue';
import type { Retention, Tidied } from '../model/retention';
import { tenantUnit } from '../model/snapshot';
import { checkSchema, schemaVersion } from './documents';
import { toKey, toMillis } from './keys';
import type { Outbox } from './outbox';
import { settlingHours, toKeep } from './retention';
import type { Link, Runs } from './runs';
import type { Row, StoredRow, Tables } from './tables';
import { pathsRow, type Units } from './units';

const hour = 3_600_000;
/** Rows younger than this are left alone: an audit that is under way wrote them, and its run is not there yet. */
const ageGuardHours = 24;
const cursorRow = 'garbage';

/** Keys of one partition that a kept run needs: manifests and survey parts, and the versions they name. */
interface Needed {
  readonly units: Set<string>;
  readonly versions: Set<string>;
}

interface Terms {
  readonly now: string;
  /** True when the time is over. */
  readonly over: () => boolean;
}

/** The key of the document that a row belongs to: further rows carry `!hash!number` behind it. */
const documentOf = (rowKey: string): string => rowKey.replace(/![^!]{16}!\d{4}$/, '');

const isRoot = ({ rowKey }: Row): boolean => documentOf(rowKey) === rowKey;

/** Removes what no kept run needs, partition by partition, so that memory follows the largest unit. */
export class Garbage {
  constructor(
    private readonly tables: Tables,
    private readonly runs: Runs,
    private readonly units: Units,
    private readonly outbox: Outbox,
  ) {}

  async collect(retention: Retention, terms: Terms): Promise<Tidied> {
    const chain = await this.runs.wholeChain();
    if (chain.length === 0) return { runs: 0, rows: 0, whole: true };
    const runs = await this.thin(chain, retention, terms.now);
    const kept = await this.runs.chain();
    const plans = await this.prunePlans(kept, terms);
    const headers = await this.pruneRuns(chain, terms);
    const { rows, whole } = await this.pruneUnits(kept, terms);
    return { runs, rows: plans + headers + rows, whole };
  }

  /** Gives up runs beyond the retention; one with a card that is not delivered stays until it is. */
  private async thin(chain: readonly Link[], retention: Retention, now: string): Promise<number> {
    const held = chain.filter(({ given }) => !given);
    const keep = toKeep(held, retention, now);
    const open = new Set(
      [...(await this.outbox.withEnd('waiting')), ...(await this.outbox.withEnd('dead'))].map(({ runId }) => runId),
    );
    const leave = held.filter(({ row, runId }) => !keep.has(row) && !open.has(runId));
    for (const link of leave) {
      // Cards first: broken off between the two, the run is still there and is given up the next time.
      await this.outbox.forget(link.runId);
      await this.runs.giveUp(link);
    }
    return leave.length;
  }

  /** Headers that lost their race or were given up, and their further rows. */
  private pruneRuns(chain: readonly Link[], terms: Terms): Promise<number> {
    const alive = new Map(chain.map(({ row, given }) => [row, given]));
    return this.prune('aispmruns', 'run', terms, ({ rowKey }) => {
      const given = alive.get(documentOf(rowKey));
      return given === undefined || (given && documentOf(rowKey) !== rowKey);
    });
  }

  private prunePlans(kept: readonly Link[], terms: Terms): Promise<number> {
    const head = toKey(kept[0]?.runId ?? '');
    return this.prune('aispmruns', 'plan', terms, ({ rowKey, properties }) => {
      const young = toMillis(terms.now) - toMillis(String(properties.writtenAt ?? terms.now)) < settlingHours * hour;
      return documentOf(rowKey) !== head && !young;
    });
  }

  private async pruneUnits(kept: readonly Link[], terms: Terms): Promise<{ rows: number; whole: boolean }> {
    const manifests = await this.manifestsOf(kept);
    const parts = new Set([...(await this.partsOf(kept, terms.now)), ...(await this.pathsOf(kept))]);
    const partitions = [...(await this.partitions())].sort();
    const from = await this.cursor();
    let rows = 0;
    for (const partition of partitions.filter((one) => one >= from)) {
      if (terms.over()) {
        await this.moveCursor(partition, terms.now);
        return { rows, whole: false };
      }
      const needed = await this.neededIn(partition, manifests, parts);
      // Versions first: what names a partition goes last, so that nothing is left behind where nobody looks.
      const isOld = ({ rowKey }: Row): boolean => !needed.versions.has(documentOf(rowKey));
      const isUnnamed = ({ rowKey }: Row): boolean => !needed.units.has(documentOf(rowKey));
      rows += await this.prune('aispmversions', partition, terms, isOld);
      rows += await this.prune('aispmunits', partition, terms, isUnnamed);
    }
    if (from !== '') await this.moveCursor('', terms.now);
    return { rows, whole: from === '' };
  }

  /** Hashes of manifests that kept runs name, by unit. */
  private async manifestsOf(kept: readonly Link[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const byUnit = new Map<string, Set<string>>();
    for (const link of kept) {
      const { header } = await this.runs.kept(link.row);
      for (const { unit, hash, baseline } of header.units)
        byUnit.set(unit, (byUnit.get(unit) ?? new Set<string>()).add(hash).add(baseline));
    }
    return byUnit;
  }

  /** Attack paths of kept runs, as `partition row`. */
  private async pathsOf(kept: readonly Link[]): Promise<readonly string[]> {
    const named: string[] = [];
    for (const { row } of kept) {
      const { paths } = (await this.runs.kept(row)).header;
      if (paths) named.push(`${toKey(tenantUnit)} ${pathsRow(paths.hash)}`);
    }
    return named;
  }

  /** Survey parts of the head's plan and of plans that may still be under way, as `partition part-hash`. */
  private async partsOf(kept: readonly Link[], now: string): Promise<ReadonlySet<string>> {
    const parts = new Set<string>();
    const young = kept.filter(
      ({ takenAt }, at) => at === 0 || toMillis(now) - toMillis(takenAt) < settlingHours * hour,
    );
    for (const { runId } of young)
      for (const named of await this.runs.partsOf(runId)) {
        const at = named.lastIndexOf(' ');
        parts.add(`${toKey(named.slice(0, at))} part-${named.slice(at + 1)}`);
      }
    return parts;
  }

  private async neededIn(
    partition: string,
    manifests: ReadonlyMap<string, ReadonlySet<string>>,
    parts: ReadonlySet<string>,
  ): Promise<Needed> {
    const needed: Needed = { units: new Set(), versions: new Set() };
    for (const [unit, hashes] of manifests) {
      if (toKey(unit) !== partition) continue;
      for (const hash of hashes) {
        needed.units.add(hash);
        for (const version of await this.units.versionsOf(unit, hash)) needed.versions.add(version);
      }
    }
    for (const part of parts) if (part.startsWith(`${partition} `)) needed.units.add(part.slice(partition.length + 1));
    return needed;
  }

  /** Removes the rows that `isGarbage` names and that are old enough. Roots go before their further rows: none is ever left incomplete. */
  private async prune(
    table: string,
    partitionKey: string,
    terms: Terms,
    isGarbage: (row: StoredRow) => boolean,
  ): Promise<number> {
    const old = toMillis(terms.now) - ageGuardHours * hour;
    const leaving: StoredRow[] = [];
    const spared = new Set<string>();
    for await (const row of this.tables.query(table, { partitionKey, select: ['schema', 'writtenAt'] })) {
      checkSchema(row);
      if (!isGarbage(row)) continue;
      const { writtenAt } = row.properties;
      const document = documentOf(row.rowKey);
      if (writtenAt !== undefined && toMillis(String(writtenAt)) > old) spared.add(document);
      else if (!spared.has(document)) leaving.push(row);
    }
    return this.removeAll(table, leaving);
  }

  /** By etag: a row that was written again meanwhile is needed again, and stays with what belongs to it. */
  private async removeAll(table: string, rows: readonly StoredRow[]): Promise<number> {
    const queue = new PQueue({ concurrency: 16 });
    const stay = new Set<string>();
    let removed = 0;
    const remove = async ({ partitionKey, rowKey, etag }: StoredRow): Promise<void> => {
      const written = await this.tables.remove(table, partitionKey, rowKey, etag);
      if (written.ok) removed += 1;
      else if (written.why === 'changed') stay.add(documentOf(rowKey));
    };
    await queue.addAll(rows.filter(isRoot).map((row) => () => remove(row)));
    const further = rows.filter((row) => !isRoot(row) && !stay.has(documentOf(row.rowKey)));
    await queue.addAll(further.map((row) => () => remove(row)));
    return removed;
  }

  private async partitions(): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for await (const { partitionKey } of this.tables.query('aispmunits', { select: ['schema'] }))
      found.add(partitionKey);
    return found;
  }

  private async cursor(): Promise<string> {
    const row = await this.tables.get('aispmslots', 'slot', cursorRow);
    return typeof row?.properties.partition === 'string' ? row.properties.partition : '';
  }

  private async moveCursor(partition: string, writtenAt: string): Promise<void> {
    const row: Row = {
      partitionKey: 'slot',
      rowKey: cursorRow,
      properties: { schema: schemaVersion, partition, writtenAt },
    };
    await this.tables.put('aispmslots', row);
  }
}
