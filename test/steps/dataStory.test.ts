import { audit } from '../../src/audit';
import { readSettings } from '../../src/config';
import { findDataStores } from '../../src/evaluate';
import type { Run } from '../../src/model/run';
import { renderDataStores, renderDataStoresMarkdown } from '../../src/report';
import { openWorld, type World } from '../../src/world';
import { poison, withDataStory } from '../azure/demoData';
import { demoEstate } from '../azure/estate';
import { startAzure, type SimulatedAzure } from '../azure/server';

let azure: SimulatedAzure;
let world: World;
let now = Date.UTC(2026, 10, 23, 6);

async function open(optIn: readonly string[]): Promise<void> {
  azure = await startAzure({ estate: withDataStory(demoEstate()), knobs: { argQuota: null } });
  Object.assign(process.env, azure.env);
  const settings = readSettings({ ...azure.env, AISPM_STORAGE: '', AISPM_CONFIG: JSON.stringify({ optIn }) });
  world = await openWorld(settings, {
    forget: true,
    now: () => new Date(now).toISOString(),
    sleep: () => Promise.resolve(),
  });
}
afterEach(async () => {
  await world.close();
  await azure.close();
});

async function run(): Promise<Run> {
  const { header } = await audit(world, { scopes: [], trigger: 'timer', dueAt: new Date(now).toISOString() });
  now += 86_400_000;
  const made = await world.store.loadRun(header.id);
  if (!made) throw new Error('the run was not kept');
  return made;
}

const statusOf = ({ findings }: Run, ruleId: string): readonly string[] =>
  findings.filter((one) => one.ruleId === ruleId).map(({ status }) => status);

test('a file exchanged under a registered version, and thirty turned rows in it, are found at the second look', async () => {
  await open(['fingerprints', 'trainingFiles']);
  const first = await run();
  expect(statusOf(first, 'dataset-version-unchanged')).toContain('pass');
  expect(statusOf(first, 'dataset-version-unchanged')).not.toContain('fail');
  expect(statusOf(first, 'trainingfile-no-bound-trigger')).toContain('pass');
  poison(azure.estate);
  azure.reindex();
  const second = await run();
  expect(statusOf(second, 'dataset-version-unchanged')).toContain('fail');
  expect(statusOf(second, 'trainingfile-no-bound-trigger')).toContain('fail');
  const [print] = second.resources.filter((one) => one.kind === 'datasetFingerprint' && one.of === 'dataAsset');
  expect(print).toMatchObject({ days: [{ day: '2026-11-23' }, { day: '2026-11-24' }] });
  expect(JSON.stringify(second)).not.toMatch(/zxqvtor|topic\d/);
});

test('without opt-ins nothing of a data plane is asked, kept or missed, and the report tells the stores', async () => {
  await open([]);
  const made = await run();
  expect(azure.requests.filter(({ url }) => url.startsWith('/planes/'))).toEqual([]);
  expect(made.resources.filter(({ kind }) => kind === 'datasetFingerprint' || kind === 'trainingFile')).toEqual([]);
  const stores = findDataStores(made);
  const training = stores.find(({ name }) => name === 'stfreighttrain');
  expect(training).toMatchObject({
    usedBy: ['mlw-freight'],
    exposure: 'any network',
    beside: ['keys', '1 SFTP users'],
    grade: 'D',
  });
  expect(statusOf(made, 'storage-local-user-reads-only')).toEqual(['fail']);
  for (const text of [renderDataStores(stores), renderDataStoresMarkdown(stores)])
    expect(text).toMatch(/Training and grounding data[^]*stfreighttrain[^]*mlw.{0,2}freight/);
  expect(renderDataStores([])).toBe('');
});
