import { compareRuns } from '../../src/steps/compareRuns';
import { decide, withdraw } from '../../src/steps/decide';
import { readDrift } from '../../src/steps/readRun';
import type { Change, Drift } from '../../src/model/drift';
import type { RunHeader } from '../../src/model/run';
import { demoLog, modelMoves } from '../azure/demoModels';
import { Life } from './life';

jest.setTimeout(120_000);

let life: Life;
const runs: RunHeader[] = [];

const audited = async (): Promise<void> => {
  await life.audit();
  const head = await life.world.store.head();
  runs.push((await life.world.store.header(head.runId)) as RunHeader);
};

beforeAll(async () => {
  life = await Life.begin({});
  await audited();
  life.edit(...modelMoves(life.azure.estate));
  life.azure.estate.activity.push(...demoLog(life.azure.estate, '2026-11-03T03:12:00Z'));
  await life.pass(1);
  await audited();
  life.edit({ edit: 'changeTags', id: life.idOf('/accounts/claims-test') });
  await life.pass(1);
  await audited();
});
afterAll(() => life.end());

const of = ({ changes }: Drift, name: string): Change | undefined => changes.find((change) => change.name === name);

test('the run after the change names who did what with which program', () => {
  const drift = runs[1]?.drift as Drift;
  expect(of(drift, 'triage')).toMatchObject({
    integrity: 'tampering',
    actor: 'k.brandt_contractor.example#EXT#@haldenlogistics.example',
    at: '2026-11-03T03:12:00.000Z',
    client: 'Azure portal',
    operation: 'Microsoft.CognitiveServices/accounts/deployments/write',
  });
  expect(of(drift, 'invoices')).toMatchObject({ integrity: 'tampering', actor: '', severity: 'high' });
  expect(of(drift, 'translate')).toMatchObject({ integrity: 'automatic', actor: '' });
});

test('the log is kept beside the inventory, and only in the run that it belongs to', async () => {
  const held = await Promise.all(runs.map(({ id }) => life.world.store.loadRun(id)));
  expect(held.flatMap((run) => run?.resources.filter(({ kind }) => kind === 'activityEvent') ?? [])).toEqual([]);
  expect(of(runs[2]?.drift as Drift, 'triage')).toBeUndefined();
});

test('two runs that are not neighbours are told with the log of all between', async () => {
  const [first, , third] = runs as [RunHeader, RunHeader, RunHeader];
  const drift = await compareRuns(life.world, first, third);
  expect(of(drift, 'triage')).toMatchObject({ client: 'Azure portal', integrity: 'tampering' });
  expect(of(drift, 'invoices')).toMatchObject({ integrity: 'tampering' });
});

test('backwards there is no log, so silence proves nothing', async () => {
  const [first, , third] = runs as [RunHeader, RunHeader, RunHeader];
  const drift = await compareRuns(life.world, third, first);
  expect(of(drift, 'invoices')).toMatchObject({ integrity: 'unknownCause', severity: 'medium', actor: '' });
  expect(drift.changes.filter(({ integrity }) => integrity === 'tampering' || integrity === 'automatic')).toEqual([]);
});

test('what somebody approves afterwards is an approved change, and no more when it is taken back', async () => {
  const run = runs[2] as RunHeader;
  const second = runs[1] as RunHeader;
  const { id } = of(second.drift, 'triage') as Change;
  const asked = { kind: 'approval' as const, changes: [id], reason: 'CHG-7', scope: '/' };
  const { id: decision } = await decide(life.world, asked, 'ada');
  expect(of(await readDrift(life.world, second), 'triage')).toMatchObject({
    integrity: 'approved',
    approval: 'approved by ada: CHG-7',
  });
  expect((await readDrift(life.world, run)).changes).toEqual(run.drift.changes);
  await withdraw(life.world, decision, 'ada', 'wrong ticket');
  expect(of(await readDrift(life.world, second), 'triage')).toMatchObject({ integrity: 'tampering' });
});
