import fc from 'fast-check';
import { MemoryTables, openStore, type Store } from '../../src/store';
import { toKeep } from '../../src/store/retention';
import type { Link } from '../../src/store/runs';
import type { Tables } from '../../src/store/tables';
import { alert, header, part, plan, record, resource } from './records';
import { all, WrappedTables } from './wrapped';

const hour = 3_600_000;
const start = Date.UTC(2026, 0, 1, 6);
const instant = (hours: number): string => new Date(start + hours * hour).toISOString();
const forever = (): boolean => false;
const retention = { daily: 7, weekly: 4, monthly: 3 };

const link = (hours: number): Link => ({
  row: `row ${hours}`,
  runId: `r${hours}`,
  takenAt: instant(hours),
  previousRow: '',
  given: false,
});

describe('what is kept', () => {
  test('of two years of days: the last days, weeks and months that the policy names', () => {
    const days = Array.from({ length: 730 }, (_, day) => link(day * 24)).reverse();
    const kept = toKeep(days, { daily: 90, weekly: 52, monthly: 24 }, days[0]!.takenAt);
    const ages = [...kept].map((row) => 729 - Number(row.split(' ')[1]) / 24);
    expect(ages.filter((age) => age < 90)).toHaveLength(90);
    expect(ages.filter((age) => age >= 90 && age < 364).length).toBeGreaterThanOrEqual(39);
    expect(Math.max(...ages)).toBeGreaterThan(690);
    expect(kept.size).toBeLessThanOrEqual(90 + 52 + 24);
  });

  test('always the head, and every run of the last two days', () => {
    const hours = fc.uniqueArray(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 60 });
    const count = fc.integer({ min: 0, max: 5 });
    fc.assert(
      fc.property(hours, count, count, count, (ages, daily, weekly, monthly) => {
        const links = [...ages].sort((a, b) => b - a).map(link);
        const kept = toKeep(links, { daily, weekly, monthly }, links[0]!.takenAt);
        const young = links.filter((one) => Date.parse(links[0]!.takenAt) - Date.parse(one.takenAt) < 48 * hour);
        expect([...kept]).toEqual(expect.arrayContaining([links[0]!, ...young].map(({ row }) => row)));
      }),
    );
  });
});

/** One audit at an hour: the unit's state is `state`, so that it comes back to earlier ones. */
async function audit(store: Store, at: number, state: number, alerts = 0): Promise<string> {
  const { runId, etag } = await store.head();
  const id = `r${at}`;
  const unit = record('u', ['a', 'b'], { resources: [resource('u', 'a', { itemCount: state }), resource('u', 'b')] });
  const parted = part('u', ['a', `seen${state}`]);
  const hash = await store.savePart(parted, runId === '' ? new Set() : await store.partsOf(runId));
  await store.savePlan({ ...plan(id, runId, etag), units: [{ unit: 'u', name: 'u', part: hash }] });
  const units = { u: await store.saveUnit(unit), v: await store.saveUnit(record('v', ['x'])) };
  const made = { ...header(id, 1, runId, units), takenAt: instant(at) };
  const cards = Array.from({ length: alerts }, (_, n) => alert(id, `card${n}`));
  const outcome = await store.commit(made, cards, etag);
  if (outcome === 'committed')
    for (const row of await store.waiting()) await store.settle({ ...row, end: 'delivered' });
  return outcome === 'committed' ? id : '';
}

const at = (tables: Tables, hours: number): Store => openStore({ tables, now: () => instant(hours) });

/** Everything that is listed can be read whole, and says what was kept at its time. */
async function checkReadable(tables: Tables, states: ReadonlyMap<string, number>): Promise<readonly string[]> {
  const store = openStore({ tables });
  const runs = await store.list();
  for (const { id } of runs) {
    const run = await store.loadRun(id);
    const held = run?.resources.find(({ name }) => name === 'a') as { itemCount?: number } | undefined;
    expect([id, held?.itemCount]).toEqual([id, states.get(id)]);
  }
  return runs.map(({ id }) => id);
}

async function rowsOf(tables: Tables): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of ['aispmruns', 'aispmunits', 'aispmversions', 'aispmoutbox'])
    for (const row of await all(tables.query(table, {}))) found.push(`${table} ${row.partitionKey} ${row.rowKey}`);
  return found.sort();
}

/** `days` daily audits; the state of day d is d modulo 5. */
async function daily(days: number, tidied: boolean): Promise<{ tables: MemoryTables; states: Map<string, number> }> {
  const tables = new MemoryTables();
  const states = new Map<string, number>();
  for (let day = 0; day < days; day += 1) {
    const store = at(tables, day * 24);
    states.set(await audit(store, day * 24, day % 5, 1), day % 5);
    if (tidied) await store.tidy(retention, instant(day * 24 + 1), forever);
  }
  return { tables, states };
}

test('a year of days with a tidy each stays small, the chain stays whole, and every kept run can be read', async () => {
  const { tables, states } = await daily(365, true);
  const kept = await checkReadable(tables, states);
  expect(kept.length).toBeGreaterThanOrEqual(7 + 3);
  expect(kept.length).toBeLessThanOrEqual(7 + 4 + 3);
  const rows = await rowsOf(tables);
  const count = (table: string): number => rows.filter((row) => row.startsWith(`${table} `)).length;
  expect([count('aispmversions'), count('aispmunits'), count('aispmoutbox')]).toEqual([
    7,
    expect.any(Number),
    kept.length,
  ]);
  expect(count('aispmunits')).toBeLessThanOrEqual(5 + 1 + 5);
  expect(await openStore({ tables }).tidy(retention, instant(364 * 24 + 30), forever)).toMatchObject({
    runs: 0,
    whole: true,
  });
});

test('a run whose card is not delivered stays until it is', async () => {
  const { tables } = await daily(1, false);
  const store = at(tables, 24);
  const { runId, etag } = await store.head();
  const hash = await store.saveUnit(record('u', ['a']));
  await store.commit({ ...header('late', 1, runId, { u: hash }), takenAt: instant(24) }, [alert('late', 'card')], etag);
  for (let day = 2; day < 60; day += 1) {
    const { runId: previous, etag: head } = await store.head();
    const made = { ...header(`d${day}`, 1, previous, { u: hash }), takenAt: instant(day * 24) };
    await store.commit(made, [], head);
  }
  await store.tidy(retention, instant(60 * 24), forever);
  expect((await store.waiting()).map(({ id }) => id)).toEqual(['card']);
  for (const row of await store.waiting()) await store.settle({ ...row, end: 'delivered' });
  await store.tidy(retention, instant(60 * 24), forever);
  expect(await store.header('late')).toBeUndefined();
  expect(await all(tables.query('aispmoutbox', {}))).toEqual([]);
});

test('what is younger than a day stays, whoever wrote it: its run may come yet', async () => {
  const { tables } = await daily(20, false);
  const store = at(tables, 19 * 24 + 2);
  const orphan = await store.saveUnit(record('w', ['under-way']));
  await store.tidy(retention, instant(19 * 24 + 3), forever);
  expect((await store.loadUnit('w', orphan)).resources).toHaveLength(1);
  await store.tidy(retention, instant(19 * 24 + 27), forever);
  await expect(store.loadUnit('w', orphan)).rejects.toThrow('no manifest');
});

test('time that is over ends it between two units, and the next one goes on from there', async () => {
  const { tables, states } = await daily(40, false);
  const store = at(tables, 39 * 24);
  let looked = 0;
  const first = await store.tidy(retention, instant(39 * 24 + 1), () => (looked += 1) > 1);
  expect(first.whole).toBe(false);
  const second = await store.tidy(retention, instant(39 * 24 + 1), forever);
  await store.tidy(retention, instant(39 * 24 + 1), forever);
  expect(second.rows + first.rows).toBeGreaterThan(0);
  const { tables: whole } = await daily(40, false);
  await at(whole, 39 * 24).tidy(retention, instant(39 * 24 + 1), forever);
  expect(await rowsOf(tables)).toEqual(await rowsOf(whole));
  await checkReadable(tables, states);
});

test('an outage at operation n, n + 1, ... leaves every kept run whole, and the next one ends where a clean one does', async () => {
  const { tables: clean, states } = await daily(16, false);
  await at(clean, 15 * 24).tidy(retention, instant(15 * 24 + 1), forever);
  const expected = await rowsOf(clean);
  let points = 0;
  for (const when of ['before', 'after'] as const)
    for (let n = 1; ; n += 1) {
      const { tables } = await daily(16, false);
      let seen = 0;
      const around = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
        seen += 1;
        if (seen === n && when === 'before') throw new Error(name);
        const result = await run();
        if (seen === n) throw new Error(name);
        return result;
      };
      const broken = openStore({ tables: new WrappedTables(tables, around), now: () => instant(15 * 24) });
      const failed = await broken.tidy(retention, instant(15 * 24 + 1), forever).then(
        () => false,
        () => true,
      );
      await checkReadable(tables, states);
      if (!failed) break;
      points += 1;
      for (let tries = 0; tries < 2; tries += 1)
        await at(tables, 15 * 24).tidy(retention, instant(15 * 24 + 1), forever);
      expect(await rowsOf(tables)).toEqual(expected);
    }
  console.log(`${points} points failed while garbage was collected`);
  expect(points).toBeGreaterThan(60);
}, 120_000);

test('audits beside it, in any order of storage calls, never lose what they come to name', async () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    let state = seed;
    const chance = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
    const around = async <T>(_name: string, run: () => Promise<T>): Promise<T> => {
      for (let turns = Math.floor(chance() * 5); turns > 0; turns -= 1) await Promise.resolve();
      return run();
    };
    const { tables, states } = await daily(12, false);
    const now = 12 * 24;
    const open = (): Store => openStore({ tables: new WrappedTables(tables, around), now: () => instant(now) });
    const auditor = async (n: number): Promise<void> => {
      const kept = Math.floor(chance() * 5);
      const id = await audit(open(), now + n, kept);
      if (id !== '') states.set(id, kept);
    };
    await Promise.all([auditor(1), open().tidy(retention, instant(now + 1), forever), auditor(2)]);
    await checkReadable(tables, states);
  }
}, 120_000);
