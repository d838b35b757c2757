import type { PathReport } from '../model/path';
import type { Run, RunHeader, UnitRecord } from '../model/run';
import { inOrder } from './canonical';
import { CountingTables } from './countingTables';
import { Garbage } from './garbage';
import { Decisions } from './decisions';
import { toMillis } from './keys';
import { Outbox } from './outbox';
import { newestAt, Runs } from './runs';
import { Slots } from './slots';
import type { Store } from './store';
import type { Tables } from './tables';
import { Units } from './units';

/** Where history is kept, and the clock that stamps rows, ISO 8601 UTC (default: this machine's). */
export interface StoreOptions {
  readonly tables: Tables;
  readonly now?: () => string;
}

type Reading = Pick<Store, 'list' | 'header' | 'asOf' | 'units' | 'loadRun'>;

const pathsIn = (units: Units, { paths }: RunHeader): Promise<PathReport | undefined> =>
  paths ? units.loadPaths(paths.hash) : Promise.resolve(undefined);

function toReading(runs: Runs, units: Units): Reading {
  const headerOf: Store['header'] = async (id) => {
    if (id === 'latest') return (await runs.latest())?.header;
    const link = (await runs.chain()).find((each) => each.runId === id);
    return link && (await runs.kept(link.row)).header;
  };
  async function* unitsOf(header: RunHeader): AsyncGenerator<UnitRecord> {
    for (const { unit, hash } of header.units) yield await units.load(unit, hash);
  }
  return {
    header: headerOf,
    units: unitsOf,
    list: async ({ top, before } = {}) => {
      const chain = await runs.chain();
      const limit = before === undefined ? Infinity : toMillis(before);
      return runs.headers(chain.filter((link) => toMillis(link.takenAt) < limit).slice(0, top));
    },
    asOf: async (instant) => {
      const link = newestAt(await runs.chain(), instant);
      return link && (await runs.kept(link.row)).header;
    },
    loadRun: async (id) => {
      const header = await headerOf(id);
      if (!header) return undefined;
      const records: UnitRecord[] = [];
      for await (const record of unitsOf(header)) records.push(record);
      return toRun(header, records, await pathsIn(units, header));
    },
  };
}

/** The JSON of the contract from a header and all its units; resources by id, findings by rule and resource. */
function toRun(header: RunHeader, records: readonly UnitRecord[], report: PathReport | undefined): Run {
  const { id, takenAt, status, scopes, summary, drift } = header;
  return {
    id,
    takenAt,
    status,
    scopes,
    coverage: header.units.map((unit) => unit.coverage),
    summary,
    resources: records.flatMap((record) => record.resources).sort((a, b) => inOrder(a.id, b.id)),
    findings: records
      .flatMap((record) => record.findings)
      .sort((a, b) => inOrder(a.ruleId, b.ruleId) || inOrder(a.resourceId, b.resourceId)),
    paths: report?.paths ?? [],
    defender: {
      unmatched: records.flatMap((record) => record.unmatched),
      ...(report ? { paths: report.defender } : {}),
    },
    drift,
  };
}

/** Opens history over tables. Nothing is read or written before the first call. */
export function openStore({ tables, now = () => new Date().toISOString() }: StoreOptions): Store {
  const counting = new CountingTables(tables);
  const runs = new Runs(counting, now);
  const units = new Units(counting, now);
  const outbox = new Outbox(counting, runs, now);
  const slots = new Slots(counting);
  const decisions = new Decisions(counting, now);
  const garbage = new Garbage(counting, runs, units, outbox);
  const manifestAtHead = async (unit: string): Promise<string> =>
    (await runs.latest())?.header.units.find((each) => each.unit === unit)?.hash ?? '';
  return {
    ...toReading(runs, units),
    head: async () => {
      const { runId, etag } = await runs.pointer();
      return { runId, etag };
    },
    savePart: (part, known) => units.savePart(part, known),
    partsOf: (runId) => runs.partsOf(runId),
    loadPart: (unit, hash) => units.loadPart(unit, hash),
    savePlan: (plan) => runs.savePlan(plan),
    loadPlan: (id) => runs.loadPlan(id),
    saveUnit: (record) => units.save(record, () => manifestAtHead(record.unit)),
    loadUnit: (unit, hash) => units.load(unit, hash),
    savePaths: (report) => units.savePaths(report),
    loadPaths: (header) => pathsIn(units, header),
    commit: (header, alerts, expectedEtag) => runs.commit(header, alerts, expectedEtag, () => outbox.add(alerts)),
    waiting: () => outbox.withEnd('waiting'),
    claim: (row, sender, at, isBusy) => outbox.claim(row, sender, at, isBusy),
    settle: (row) => outbox.settle(row),
    dead: () => outbox.withEnd('dead'),
    decide: (decision) => decisions.add(decision),
    withdraw: (id, withdrawal) => decisions.withdraw(id, withdrawal),
    decisions: () => decisions.all(),
    takeSlot: (slot, at, ttlSeconds) => slots.take(slot, at, ttlSeconds),
    releaseSlot: (slot) => slots.release(slot),
    tidy: (retention, at, over) => garbage.collect(retention, { now: at, over }),
    written: () => counting.written,
  };
}
