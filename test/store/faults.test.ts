import { MemoryTables, openStore, type Store } from '../../src/store';
import { alert, header, plan, part, record, resource } from './records';
import { all, WrappedTables } from './wrapped';

class Outage extends Error {}

/** Fails the n-th operation, before its effect or after it. */
class Fault {
  seen = 0;
  constructor(
    private readonly nth: number,
    private readonly when: 'before' | 'after',
  ) {}

  readonly around = async <T>(name: string, run: () => Promise<T>): Promise<T> => {
    this.seen += 1;
    const broken = this.seen === this.nth;
    if (broken && this.when === 'before') throw new Outage(name);
    const result = await run();
    if (broken) throw new Outage(name);
    return result;
  };
}

const changed = record('u', ['a', 'b'], { resources: [resource('u', 'a', { itemCount: 9 }), resource('u', 'c')] });

/** The steps of one audit as the store sees them. A repeat plans anew unless its commit had already begun. */
async function audit(store: Store, planned: { previous: string; etag: string }): Promise<string> {
  await store.savePart(part('u', ['a']), new Set());
  await store.savePlan(plan('r2', planned.previous, planned.etag));
  const units = { u: await store.saveUnit(changed), v: await store.saveUnit(record('v', ['x'])) };
  return store.commit(
    header('r2', 2, 'r1', units),
    [alert('r2', 'one'), alert('r2', 'two'), alert('r2', 'one', 'mail')],
    planned.etag,
  );
}

async function withFirstRun(): Promise<MemoryTables> {
  const tables = new MemoryTables();
  const store = openStore({ tables });
  const units = { u: await store.saveUnit(record('u', ['a', 'b'])), v: await store.saveUnit(record('v', ['x'])) };
  await store.commit(header('r1', 1, '', units), [alert('r1', 'welcome')], '');
  return tables;
}

/** What a process that starts now sees. */
async function view(tables: MemoryTables): Promise<{ runs: string[]; waiting: string[]; resources: string[] }> {
  const store = openStore({ tables });
  const run = await store.loadRun('latest');
  return {
    runs: (await store.list()).map((each) => each.id),
    waiting: (await store.waiting()).map((each) => `${each.runId} ${each.route} ${each.id}`).sort(),
    resources:
      run?.resources.map((each) => `${each.name} ${JSON.stringify((each as { itemCount?: number }).itemCount)}`) ?? [],
  };
}

const before = { runs: ['r1'], waiting: ['r1 teams welcome'], resources: ['a 3', 'b 3', 'x 3'] };
const after = {
  runs: ['r2', 'r1'],
  waiting: ['r1 teams welcome', 'r2 mail one', 'r2 teams one', 'r2 teams two'],
  resources: ['a 9', 'c 3', 'x 3'],
};

/** Operation n fails, n + 1, ... until an audit passes clean. Returns how many points were tried. */
async function failEach(when: 'before' | 'after', repeat: 'same process' | 'new process'): Promise<number> {
  for (let n = 1; ; n += 1) {
    const tables = await withFirstRun();
    const { runId: previous, etag } = await openStore({ tables }).head();
    const fault = new Fault(n, when);
    const broken = openStore({ tables: new WrappedTables(tables, fault.around) });
    const failed = await audit(broken, { previous, etag }).then(
      () => false,
      (error: unknown) => error instanceof Outage,
    );
    const seen = await view(tables);
    expect([before, after]).toContainEqual(seen);
    if (!failed) expect(seen).toEqual(after);
    if (fault.seen < n) return n - 1;
    const retrying = repeat === 'same process' ? broken : openStore({ tables });
    expect(await audit(retrying, { previous, etag })).toBe('committed');
    expect(await view(tables)).toEqual(after);
    expect(await all(tables.query('aispmoutbox', {}))).toHaveLength(4);
  }
}

describe.each(['before', 'after'] as const)('an outage %s the effect of operation n', (when) => {
  test.each(['same process', 'new process'] as const)(
    'leaves the old run whole or the new one; the %s converges',
    async (repeat) => {
      const points = await failEach(when, repeat);
      expect(points).toBeGreaterThanOrEqual(17);
      console.log(`${points} points failed ${when} their effect, repeated by the ${repeat}`);
    },
  );
});

test('a zombie that repeats an old audit neither changes it nor doubles its alerts after delivery', async () => {
  const tables = await withFirstRun();
  const { runId: previous, etag } = await openStore({ tables }).head();
  const store = openStore({ tables });
  await audit(store, { previous, etag });
  for (const row of await store.waiting()) await store.settle({ ...row, end: 'delivered', tries: 1 });
  expect(await audit(openStore({ tables }), { previous, etag })).toBe('committed');
  expect(await store.waiting()).toEqual([]);
});

test('a run that lost its race and planned anew under its old id keeps none of the alerts it then no longer has', async () => {
  const tables = await withFirstRun();
  const { etag } = await openStore({ tables }).head();
  let operations = 0;
  const dying = new WrappedTables(tables, (name, run) => {
    operations += Number(name.startsWith('put aispmruns'));
    return operations > 0 ? Promise.reject(new Outage(name)) : run();
  });
  await expect(
    openStore({ tables: dying }).commit(header('r2', 2, 'r1'), [alert('r2', 'stale')], etag),
  ).rejects.toThrow(Outage);
  const store = openStore({ tables });
  expect(await store.commit(header('r2', 2, 'r1'), [alert('r2', 'fresh')], etag)).toBe('committed');
  expect((await store.waiting()).map((row) => row.id)).toEqual(['welcome', 'fresh']);
});

test('many auditors interleaved at every operation keep one chain', async () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    let state = seed;
    const chance = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
    const tables = await withFirstRun();
    const around = async <T>(_name: string, run: () => Promise<T>): Promise<T> => {
      for (let turns = Math.floor(chance() * 6); turns > 0; turns -= 1) await Promise.resolve();
      return run();
    };
    const auditor = async (name: string): Promise<string> => {
      const store = openStore({ tables: new WrappedTables(tables, around) });
      const { runId, etag } = await store.head();
      const hash = await store.saveUnit(record('u', ['a', name]));
      const outcome = await store.commit(header(name, 2, runId, { u: hash }), [alert(name, 'x')], etag);
      return outcome === 'committed' ? name : '';
    };
    const winners = (await Promise.all(['p', 'q', 's', 't'].map(auditor))).filter(Boolean);
    const seen = openStore({ tables });
    const runs = await seen.list();
    expect(runs.map((run) => run.id).sort()).toEqual([...winners, 'r1'].sort());
    expect(runs.map((run) => run.previous)).toEqual([...runs.slice(1).map((run) => run.id), '']);
    expect((await seen.waiting()).map((row) => row.runId).sort()).toEqual([...winners, 'r1'].sort());
  }
});
