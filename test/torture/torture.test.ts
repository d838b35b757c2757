import { MemoryTables } from '../../src/store';
import { all } from '../store/wrapped';
import { campaigns } from './campaigns';
import { auditOnce, copyOf, deliverAll, Ground, type Channel } from './ground';
import { readNaively } from './naiveReader';

jest.setTimeout(120_000);

/** How much of each campaign belongs to every test run; `npm run torture` runs all of it. */
const scale = 0.0007;

test.each(campaigns.map((campaign) => [campaign.name, campaign] as const))('%s', async (_name, campaign) => {
  const { cases, failures } = await campaign.run({ seed: 7, scale });
  expect(failures).toEqual([]);
  expect(cases).toBeGreaterThan(0);
});

describe('the naive reader notices', () => {
  let ground: Ground;
  let tables: MemoryTables;
  let sent: Channel;
  const settled = { crashes: 0, settled: true };

  beforeAll(async () => {
    ground = await Ground.begin({ seed: 5, subscriptions: 2, accounts: 1, workspaces: 0 }, true);
    const account = ground.idOf(/\/providers\/microsoft\.cognitiveservices\/accounts\/[^/]+$/i);
    ground.edit('before', { edit: 'disableLocalAuth', id: account });
    [tables, sent] = [new MemoryTables(), []];
    await auditOnce(ground.auditor(tables, sent));
    ground.edit('after', { edit: 'enableLocalAuth', id: account });
    const auditor = ground.auditor(tables, sent);
    await auditOnce(auditor);
    await deliverAll(auditor);
  });
  afterAll(() => ground.end());

  const problemsAfter = async (table: string, spoil: (tables: MemoryTables, rows: Rows) => Promise<unknown>) => {
    const copy = await copyOf(tables);
    await spoil(copy, await all(copy.query(table, {})));
    return (await readNaively(copy, sent, settled)).problems.join('\n');
  };
  type Rows = Awaited<ReturnType<typeof all<Awaited<ReturnType<MemoryTables['get']>> & {}>>>;

  test('nothing where all is well', async () => {
    const { problems, runs } = await readNaively(tables, sent, settled);
    expect([problems, runs.length]).toEqual([[], 2]);
    expect(runs[0]?.drift.changes.map(({ property }) => property)).toContain('disableLocalAuth');
  });

  test('a version that is lost', async () =>
    expect(
      await problemsAfter('aispmversions', (copy, [row]) =>
        copy.remove('aispmversions', row!.partitionKey, row!.rowKey),
      ),
    ).toMatch(/^S1/));

  test('content under a key that is not its own', async () =>
    expect(
      await problemsAfter('aispmversions', (copy, [a, b]) =>
        copy.put('aispmversions', { ...a!, properties: b!.properties }),
      ),
    ).toMatch(/^S1: Error: S4/));

  test('a card without a row, one that still waits, one that came twice, one of nobody', async () => {
    expect(
      await problemsAfter('aispmoutbox', (copy, [row]) => copy.remove('aispmoutbox', row!.partitionKey, row!.rowKey)),
    ).toMatch(/A1: .* has no row/);
    expect(
      await problemsAfter('aispmoutbox', (copy, [row]) =>
        copy.put('aispmoutbox', { ...row!, properties: { ...row!.properties, end: 'waiting' } }),
      ),
    ).toMatch(/A2: .* still waits/);
    const twice = await readNaively(tables, [...sent, ...sent], settled);
    expect(twice.problems).toEqual([`A3: ${sent.length} repeats for 0 crashes`]);
    expect((await readNaively(tables, ['0123456789ab', ...sent], settled)).problems).toHaveLength(1);
    expect((await readNaively(tables, [], settled)).problems).toHaveLength(sent.length);
  });
});
