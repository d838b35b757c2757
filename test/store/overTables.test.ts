import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  MemoryTables,
  openAzureTables,
  openStore,
  startAzurite,
  type Azurite,
  type Store,
  type Tables,
} from '../../src/store';
import { LimitError } from '../../src/store/limits';
import type { Decision } from '../../src/model/decision';
import type { Row } from '../../src/store/tables';
import { alert, finding, header, part, plan, record, resource } from './records';
import { all, apart } from './wrapped';

const row = (rowKey: string, properties: Row['properties'] = {}, partitionKey = 'p'): Row => ({
  partitionKey,
  rowKey,
  properties,
});

let azurite: Azurite | undefined;
let dir: string;
let account: Tables;
let count = 0;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'aispm-store-'));
  azurite = await startAzurite({ dir });
  account = openAzureTables(azurite?.connectionString ?? '');
});

afterAll(async () => {
  await azurite?.close();
  await rm(dir, { recursive: true, force: true });
});

const open = {
  memory: () => new MemoryTables(),
  azurite: () => apart(account, `t${count++}`),
};

describe.each(['memory', 'azurite'] as const)('tables in %s', (where) => {
  let tables: Tables;
  beforeEach(() => {
    tables = open[where]();
  });

  test('a row comes back as it was written', async () => {
    const properties = { text: 'ü\u{1f600}\'"', none: '', whole: -5, yes: true, bytes: Uint8Array.from([0, 255, 7]) };
    await tables.put('rows', row("it's", properties));
    expect(await tables.get('rows', 'p', "it's")).toMatchObject(row("it's", properties));
    expect((await tables.get('rows', 'p', "it's", ['text']))?.properties).toEqual({ text: properties.text });
    expect(await tables.get('rows', 'p', 'other')).toBeUndefined();
  });

  test('a row that is there refuses an insert and stays', async () => {
    expect(await tables.insert('rows', row('a', { n: 1 }))).toMatchObject({ ok: true });
    expect(await tables.insert('rows', row('a', { n: 2 }))).toEqual({ ok: false, why: 'exists' });
    expect((await tables.get('rows', 'p', 'a'))?.properties).toEqual({ n: 1 });
  });

  test('an update needs the etag of the row as it stands', async () => {
    const first = await tables.insert('rows', row('a', { n: 1, old: 'x' }));
    const etag = first.ok ? first.etag : '';
    expect((await tables.get('rows', 'p', 'a'))?.etag).toBe(etag);
    const second = await tables.update('rows', row('a', { n: 2 }), etag);
    expect(second).toMatchObject({ ok: true });
    expect(await tables.update('rows', row('a', { n: 3 }), etag)).toEqual({ ok: false, why: 'changed' });
    expect(await tables.update('rows', row('b', { n: 3 }), etag)).toEqual({ ok: false, why: 'missing' });
    expect(await tables.get('rows', 'p', 'a')).toMatchObject({
      properties: { n: 2 },
      etag: second.ok ? second.etag : '',
    });
    expect((await tables.get('rows', 'p', 'a'))?.properties).toEqual({ n: 2 });
  });

  test('a removed row is gone, once', async () => {
    const first = await tables.insert('rows', row('a'));
    await tables.put('rows', row('a', { n: 1 }));
    expect(await tables.remove('rows', 'p', 'a', first.ok ? first.etag : '')).toEqual({ ok: false, why: 'changed' });
    expect(await tables.remove('rows', 'p', 'a')).toMatchObject({ ok: true });
    expect(await tables.remove('rows', 'p', 'a')).toEqual({ ok: false, why: 'missing' });
  });

  test('a query gives one range of one partition in order, over pages', async () => {
    const keys = Array.from({ length: 1205 }, (_, n) => String(n).padStart(5, '0'));
    for (let n = 0; n < keys.length; n += 100)
      await tables.batch(
        'rows',
        keys
          .slice(n, n + 100)
          .map((key) => ({ act: 'put', row: row(key, { n: key, even: Number(key) % 2 ? 'no' : 'yes' }) })),
      );
    await tables.put('rows', row('00000', {}, 'q'));
    expect((await all(tables.query('rows', { partitionKey: 'p' }))).map((each) => each.rowKey)).toEqual(keys);
    expect(
      (await all(tables.query('rows', { partitionKey: 'p', from: '00010', to: '00013', select: ['n'] }))).map(
        (each) => each.properties,
      ),
    ).toEqual([{ n: '00010' }, { n: '00011' }, { n: '00012' }]);
    expect(await all(tables.query('rows', { where: { property: 'even', equals: 'yes' } }))).toHaveLength(603);
    expect(await all(tables.query('rows', { partitionKey: 'none' }))).toEqual([]);
  });

  test('a batch is written whole or not at all', async () => {
    await tables.put('rows', row('b', { n: 0 }));
    const failing = await tables.batch('rows', [
      { act: 'put', row: row('a', { n: 1 }) },
      { act: 'insert', row: row('b', { n: 1 }) },
    ]);
    expect(failing).toEqual({ ok: false, why: 'exists' });
    expect(await tables.get('rows', 'p', 'a')).toBeUndefined();
    const etag = (await tables.get('rows', 'p', 'b'))?.etag ?? '';
    await tables.put('rows', row('c'));
    const working = await tables.batch('rows', [
      { act: 'insert', row: row('a', { n: 1 }) },
      { act: 'update', row: row('b', { n: 1 }), etag },
      { act: 'remove', partitionKey: 'p', rowKey: 'c' },
    ]);
    expect(working).toMatchObject({ ok: true });
    expect((await all(tables.query('rows', { partitionKey: 'p' }))).map((each) => each.properties)).toEqual([
      { n: 1 },
      { n: 1 },
    ]);
    expect(await tables.batch('rows', [{ act: 'update', row: row('a', { n: 2 }), etag }])).toEqual({
      ok: false,
      why: 'changed',
    });
  });

  test('what Azure would refuse is refused with its code, and nothing is written', async () => {
    const refused = async (bad: Row, code: string): Promise<void> => {
      await expect(tables.put('rows', bad)).rejects.toThrow(new RegExp(`^${code}`));
      await expect(
        tables.batch('rows', [
          { act: 'put', row: row('ok') },
          { act: 'put', row: bad },
        ]),
      ).rejects.toThrow(LimitError);
    };
    await refused(row('a/b'), 'OutOfRangeInput');
    await refused(row('a', { text: 'x'.repeat(32 * 1024 + 1) }), 'PropertyValueTooLarge');
    await refused(row('a', { bytes: new Uint8Array(64 * 1024 + 1) }), 'PropertyValueTooLarge');
    await refused(
      row('a', Object.fromEntries(Array.from({ length: 253 }, (_, n) => [`p${n}`, n]))),
      'TooManyProperties',
    );
    await expect(tables.get('rows', 'p', 'a#b')).rejects.toThrow('OutOfRangeInput');
    expect(await all(tables.query('rows', { partitionKey: 'p' }))).toEqual([]);
  });
});

describe.each(['memory', 'azurite'] as const)('history in %s', (where) => {
  let tables: Tables;
  let store: Store;
  beforeEach(() => {
    tables = open[where]();
    store = openStore({ tables });
  });
  const commit = async (
    id: string,
    day: number,
    units: Readonly<Record<string, string>> = {},
    ids: readonly string[] = [],
  ) => {
    const { runId, etag } = await store.head();
    return store.commit(
      header(id, day, runId, units),
      ids.map((each) => alert(id, each)),
      etag,
    );
  };

  test('an empty store says so', async () => {
    expect(await store.head()).toEqual({ runId: '', etag: '' });
    expect(await store.header('latest')).toBeUndefined();
    expect(await store.loadRun('none')).toBeUndefined();
    expect(await store.asOf('2026-01-01T00:00:00Z')).toBeUndefined();
    expect([await store.list(), await store.waiting(), await store.dead()]).toEqual([[], [], []]);
    await expect(store.loadUnit('u', 'none')).rejects.toThrow('holds no manifest');
    await expect(store.loadPart('u', 'none')).rejects.toThrow('holds no survey part');
    await expect(store.loadPlan('none')).rejects.toThrow('holds no plan');
  });

  test('plans and survey parts come back', async () => {
    const kept = part('u', ['a', 'b']);
    const hash = await store.savePart(kept, new Set());
    await store.savePlan(plan('r1', '', ''));
    expect(await store.loadPart('u', hash)).toEqual(kept);
    expect(await store.loadPlan('r1')).toEqual(plan('r1', '', ''));
    const { written } = store;
    const before = written();
    expect(
      await store.savePart({ ...kept, resources: [...kept.resources].reverse() }, new Set([`${kept.unit} ${hash}`])),
    ).toBe(hash);
    expect(written()).toBe(before);
  });

  test('a unit comes back whole: carried resources, foreign ones, odd text', async () => {
    const carried = { ...resource('u', 'b', { tags: { note: '\ud800 lone, \u{1f600}, \u202e' } }), carriedFrom: 'r0' };
    const foreign = resource('v', 'f');
    const whole = record('u', ['a'], {
      state: 'partial',
      resources: [resource('u', 'a'), carried],
      gaps: [{ kind: 'blocklist', scope: '/subscriptions/u', reason: 'forbidden', permission: 'x/read', detail: 'no' }],
      unmatched: [{ assessmentKey: 'k', displayName: 'd', resourceId: carried.id, code: 'Unhealthy' }],
      foreign: { resources: [foreign], findings: [finding('some-rule', foreign)] },
    });
    expect(await store.loadUnit('u', await store.saveUnit(whole))).toEqual(whole);
  });

  test('many resources, and one of more than a row, come back', async () => {
    const noise = Array.from({ length: 60_000 }, (_, n) => ((n * 2654435761) % 4294967296).toString(36)).join('');
    const names = Array.from({ length: 150 }, (_, n) => `n${n}`);
    const large = [
      ...names.map((name) => resource('u', name)),
      resource('u', 'zz', { tags: { noise: noise.repeat(1) + Array.from(noise).reverse().join('') + noise.slice(7) } }),
    ];
    const whole = { ...record('u', []), resources: large.sort((a, b) => (a.id < b.id ? -1 : 1)) };
    const loaded = await store.loadUnit('u', await store.saveUnit(whole));
    expect(loaded).toEqual(whole);
    expect(await all(tables.query('aispmversions', { partitionKey: 'u', select: ['schema'] }))).toHaveLength(152);
  });

  test('runs are listed newest first, found by id and by time', async () => {
    const hash = await store.saveUnit(record('u', ['a']));
    for (const day of [1, 2, 3]) expect(await commit(`r${day}`, day, { u: hash })).toBe('committed');
    expect((await store.list()).map((each) => each.id)).toEqual(['r3', 'r2', 'r1']);
    expect((await store.list({ top: 1, before: '2026-01-03T06:00:00Z' })).map((each) => each.id)).toEqual(['r2']);
    expect(await store.header('latest')).toEqual(header('r3', 3, 'r2', { u: hash }));
    expect((await store.header('r1'))?.id).toBe('r1');
    expect(await store.header('r9')).toBeUndefined();
    expect((await store.asOf('2026-01-02T06:00:00Z'))?.id).toBe('r2');
    expect((await store.asOf('2026-01-02T05:59:59Z'))?.id).toBe('r1');
    await expect(store.asOf('yesterday')).rejects.toThrow('no instant');
    expect((await openStore({ tables }).list()).map((each) => each.id)).toEqual(['r3', 'r2', 'r1']);
  });

  test('a run is the JSON of the contract', async () => {
    const units = { v: await store.saveUnit(record('v', ['c'])), u: await store.saveUnit(record('u', ['b', 'a'])) };
    await commit('r1', 1, units);
    const run = await store.loadRun('latest');
    expect(run).toMatchObject({ id: 'r1', status: 'complete', paths: [], defender: { unmatched: [] } });
    expect(run?.resources.map((each) => each.name)).toEqual(['a', 'b', 'c']);
    expect(run?.findings).toHaveLength(3);
    expect(run?.coverage.map((each) => each.unit)).toEqual(['u', 'v']);
    expect((await all(store.units((await store.header('r1'))!))).map((each) => each.unit)).toEqual(['u', 'v']);
  });

  test('an unchanged second audit writes a plan, a header and the head', async () => {
    const audit = async (id: string, day: number): Promise<number> => {
      const fresh = openStore({ tables });
      const { runId, etag } = await fresh.head();
      const parted = await fresh.savePart(part('u', ['a', 'b']), await fresh.partsOf(runId));
      await fresh.savePlan({ ...plan(id, runId, etag), units: [{ unit: 'u', name: 'u', part: parted }] });
      const hash = await fresh.saveUnit(record('u', ['a', 'b']));
      await fresh.commit(header(id, day, runId, { u: hash }), [], etag);
      return fresh.written();
    };
    const first = await audit('r1', 1);
    const second = await audit('r2', 2);
    console.log(`${where}: rows written by the first audit ${first}, by an unchanged second one ${second}`);
    expect([first, second]).toEqual([7, 3]);
  });

  test('a changed resource costs one version and one manifest', async () => {
    await commit('r1', 1, { u: await store.saveUnit(record('u', ['a', 'b', 'c'])) });
    const before = store.written();
    const changed = record('u', ['a', 'b', 'c']);
    await store.saveUnit({
      ...changed,
      resources: [...changed.resources.slice(1), resource('u', 'a', { itemCount: 4 })],
    });
    expect(store.written() - before).toBe(2);
  });

  test('of two audits that planned on the same head one wins, and nobody sees the other', async () => {
    await commit('r1', 1);
    const { etag } = await store.head();
    const other = openStore({ tables });
    const outcomes = await Promise.all([
      store.commit(header('r2a', 2, 'r1'), [alert('r2a', 'x')], etag),
      other.commit(header('r2b', 2, 'r1'), [alert('r2b', 'x')], etag),
    ]);
    expect([...outcomes].sort()).toEqual(['committed', 'lost']);
    const winner = outcomes[0] === 'committed' ? 'r2a' : 'r2b';
    for (const reader of [store, other, openStore({ tables })]) {
      expect((await reader.list()).map((each) => each.id)).toEqual([winner, 'r1']);
      expect((await reader.waiting()).map((each) => each.runId)).toEqual([winner]);
    }
  });

  test('of two first audits one wins', async () => {
    const other = openStore({ tables });
    const outcomes = await Promise.all([
      store.commit(header('a', 1, ''), [], ''),
      other.commit(header('b', 1, ''), [], ''),
    ]);
    expect([...outcomes].sort()).toEqual(['committed', 'lost']);
    expect(await store.list()).toHaveLength(1);
  });

  test('a committed run does not change, whoever commits its id again', async () => {
    const { etag } = await store.head();
    await store.commit(header('r1', 1, ''), [alert('r1', 'x')], etag);
    await commit('r2', 2);
    expect(await store.commit({ ...header('r1', 1, ''), status: 'partial' }, [alert('r1', 'y')], etag)).toBe(
      'committed',
    );
    expect((await store.header('r1'))?.status).toBe('complete');
    expect((await store.waiting()).map((each) => each.id)).toEqual(['x']);
  });

  test('a run that names the wrong predecessor is refused', async () => {
    await commit('r1', 1);
    const { etag } = await store.head();
    await expect(store.commit(header('r2', 2, 'r0'), [], etag)).rejects.toThrow('follows r0, but the head is r1');
  });

  test('an alert waits until it has an end, and keeps its first', async () => {
    await commit('r1', 1, {}, ['b', 'a']);
    await commit('r2', 2, {}, ['c']);
    const [first, second, third] = await store.waiting();
    expect([first, second, third].map((each) => each?.id)).toEqual(['a', 'b', 'c']);
    const never = { end: 'waiting', reason: '', tries: 0, firstTriedAt: '', lastTriedAt: '' };
    expect(first).toEqual({ ...alert('r1', 'a'), covers: [], ...never });
    await store.settle({ ...first!, tries: 1, reason: 'busy', lastTriedAt: '2026-01-01T07:00:00.000Z' });
    await store.settle({ ...second!, end: 'dead', reason: 'gone', tries: 9 });
    await store.settle({ ...third!, end: 'delivered', tries: 1 });
    await store.settle({ ...third!, end: 'waiting', tries: 2 });
    expect(await store.waiting()).toMatchObject([{ id: 'a', tries: 1, reason: 'busy' }]);
    expect(await store.dead()).toMatchObject([{ id: 'b', reason: 'gone', tries: 9 }]);
    await expect(store.settle({ ...first!, id: 'z' })).rejects.toThrow('no alert z');
  });

  test('of deliveries at the same time one takes a waiting row; it is free again when it was tried, or when its taker is gone', async () => {
    await commit('r1', 1, {}, ['a']);
    const [row] = await store.waiting();
    const busy = () => true;
    const at = '2026-01-01T06:00:00Z';
    const takes = await Promise.all(['x', 'y', 'z'].map((sender) => store.claim(row!, sender, at, busy)));
    expect(takes.filter(Boolean)).toHaveLength(1);
    expect(await store.claim(row!, 'w', at, busy)).toBe(false);
    expect(await store.claim(row!, 'w', at, () => false)).toBe(true);
    await store.settle({ ...row!, tries: 1 });
    expect(await store.claim(row!, 'v', at, busy)).toBe(true);
    await store.settle({ ...row!, end: 'delivered' });
    expect(await store.claim(row!, 'u', at, () => false)).toBe(false);
  });

  test('decisions stay, newest first; taking one back is kept beside it, and a repeat changes nothing', async () => {
    const decision = (id: string, at: string): Decision => ({
      ...{ id, at, kind: 'exception', rule: '*', scope: '/', changes: [], reason: 'because', owner: 'ada' },
      ...{ until: '2026-12-31T00:00:00.000Z', by: 'ada' },
    });
    const [first, second] = [decision('d-1', '2026-01-01T00:00:00Z'), decision('d-2', '2026-01-02T00:00:00Z')];
    for (const one of [first, second, { ...first, reason: 'another' }]) await store.decide(one);
    const end = { by: 'bo', at: '2026-01-03T00:00:00Z', reason: 'over' };
    await store.withdraw('d-1', end);
    await store.withdraw('d-1', { ...end, by: 'cy' });
    expect(await store.decisions()).toEqual([second, { ...first, withdrawn: end }]);
  });

  test('a slot has one winner, lives by its heartbeat, and done is done', async () => {
    const slot = (owner: string) => ({ scheduledAt: '2026-01-01T06:00:00Z', owner });
    const takes = await Promise.all(
      ['a', 'b', 'c'].map((owner) => store.takeSlot(slot(owner), '2026-01-01T06:00:00Z', 60)),
    );
    expect(takes.filter(Boolean)).toHaveLength(1);
    const winner = ['a', 'b', 'c'][takes.indexOf(true)]!;
    expect(await store.takeSlot(slot(winner), '2026-01-01T06:00:50Z', 60)).toBe(true);
    expect(await store.takeSlot(slot('d'), '2026-01-01T06:01:50Z', 60)).toBe(false);
    expect(await store.takeSlot(slot('d'), '2026-01-01T06:01:51Z', 60)).toBe(true);
    expect(await store.takeSlot(slot(winner), '2026-01-01T06:01:52Z', 60)).toBe(false);
    await store.releaseSlot(slot(winner));
    await store.releaseSlot(slot('d'));
    expect(await store.takeSlot(slot('e'), '2026-01-02T06:00:00Z', 60)).toBe(false);
    expect(
      await store.takeSlot({ ...slot('e'), scheduledAt: '2026-01-02T06:00:00Z' }, '2026-01-02T06:00:00Z', 60),
    ).toBe(true);
  });

  test('rows of a newer schema are named as such', async () => {
    await commit('r1', 1, {}, ['a']);
    const head = await tables.get('aispmruns', 'head', 'current');
    await tables.put('aispmruns', { ...head!, properties: { ...head!.properties, schema: 2 } });
    await expect(openStore({ tables }).head()).rejects.toThrow('written by a newer aispm (schema 2');
  });
});
