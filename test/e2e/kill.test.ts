import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Run } from '../../src/model/run';
import { openAzureTables, openStore, startAzurite, type Azurite, type Store } from '../../src/store';
import { change, makeEstate } from '../azure/estate';
import { startAzure, type SimulatedAzure } from '../azure/server';
import { buildApp, type BuiltApp } from './app';
import { runCommand, startCommand, type Ended } from './processes';

jest.setTimeout(300_000);

let app: BuiltApp;
let azure: SimulatedAzure;
let azurite: Azurite;
let folder: string;
let account: string;
/** From the first request of an audit to its end, in milliseconds. */
let length: number;

const store = (): Store => openStore({ tables: openAzureTables(azurite.connectionString) });
const settings = (): Record<string, string> => ({ ...azure.env, AISPM_STORAGE: azurite.connectionString });
const audit = (...more: string[]): Promise<Ended> => runCommand(app, ['audit', ...more], settings(), folder);

const firstRequest = (): Promise<number> =>
  new Promise((resolve) => {
    const stop = azure.on(() => {
      stop();
      resolve(performance.now());
    });
  });

/** Starts an audit and kills it `after` milliseconds from its first request; tells how it ended. */
async function killedAudit(after: number): Promise<Ended> {
  const begun = firstRequest();
  const { child, ended } = startCommand(app, ['audit'], settings(), folder);
  await Promise.race([begun, ended]);
  await Promise.race([pause(after), ended]);
  child.kill('SIGKILL');
  return ended;
}

/** Turns keys of the one account on, off, on ...: each step is one change that must be told once. */
function turnKeys(step: number): void {
  const edit = step % 2 === 0 ? 'enableLocalAuth' : 'disableLocalAuth';
  azure.estate.arm = change(azure.estate, [{ edit, id: account }]).arm;
  azure.reindex();
}

const alertsSent = (): string[] =>
  azure.cards.map(({ body }) => /alert ([0-9a-f]{12})/.exec(JSON.stringify(body))?.[1] ?? 'none');

/** What a run says, without what it remembers of earlier ones and without what is worked out when it is read. */
const told = ({ resources, findings }: Run): unknown => ({
  resources,
  findings: findings.map((finding) => ({
    ...finding,
    firstSeenAt: '',
    resolvedAt: '',
    defender: { ...finding.defender, lagHours: null },
  })),
});

/** Off at first, then on, off, on again. */
const wayOf = (step: number): string => {
  if (step % 2 === 1) return 'resolved';
  return step === 0 ? 'opened' : 'reopened';
};

beforeAll(async () => {
  app = buildApp();
  folder = mkdtempSync(join(tmpdir(), 'aispm-kill-'));
  azurite = (await startAzurite({ dir: join(folder, 'azurite') }))!;
  azure = await startAzure({ estate: makeEstate({ seed: 11, subscriptions: 3, accounts: 6, workspaces: 2 }) });
  // The moment between Teams' answer and our mark has to be wide enough to be hit.
  azure.knobs.teams.delayMs = 150;
  account = azure.estate.arm.find(({ type }) => type === 'Microsoft.CognitiveServices/accounts')!.id;
  azure.estate.arm = change(azure.estate, [{ edit: 'disableLocalAuth', id: account }]).arm;
  azure.reindex();
  const begun = firstRequest();
  expect((await audit()).code).toBe(0);
  length = performance.now() - (await begun);
});

afterAll(async () => {
  await Promise.all([azure.close(), azurite.close()]);
  rmSync(folder, { recursive: true, force: true });
  app.remove();
});

const fractions = [0.08, 0.3, 0.47, 0.62, 0.78, 0.93];

describe('an audit killed on its way', () => {
  it.each(fractions.map((fraction, step) => [Math.round(fraction * 100), step] as const))(
    'after %i hundredths of its time leaves the old run whole or the new one, and the next audit tells what changed',
    async (hundredths, step) => {
      const before = (await store().header('latest'))!;
      turnKeys(step);
      const { signal, code } = await killedAudit((length * hundredths) / 100);
      expect(signal === 'SIGKILL' || code === 0).toBe(true);
      const between = (await store().loadRun('latest'))!;
      if (between.id !== before.id) expect(between.drift.from).toBe(before.id);
      expect(between.resources.length).toBe(between.summary.resources);
      expect((await audit()).code).toBe(0);
      const since = (await store().list()).filter(({ takenAt }) => takenAt > before.takenAt);
      const moves = since
        .flatMap(({ drift }) => drift.changes)
        .filter(({ resourceId }) => resourceId === account.toLowerCase());
      expect(moves.map(({ kind, property }) => [kind, property])).toEqual([[wayOf(step), 'disableLocalAuth']]);
    },
  );

  it('and all of them together end where audits that nobody killed end', async () => {
    const afresh = JSON.parse((await audit('--no-store', '--format', 'json')).stdout) as Run;
    expect(told((await store().loadRun('latest'))!)).toEqual(told(afresh));
  });

  it('every alert was delivered, and at most once more under the same id', async () => {
    const runs = await store().list();
    const loud = runs.filter(({ previous, drift }) => previous === '' || drift.changes.length > 0);
    const sent = Map.groupBy(alertsSent(), (id) => id);
    expect(sent.size).toBe(loud.length);
    expect(Math.max(...[...sent.values()].map((repeats) => repeats.length))).toBeLessThanOrEqual(2);
    expect(await store().waiting()).toEqual([]);
    expect(await store().dead()).toEqual([]);
  });
});
