import type { Decision } from '../../src/model/decision';
import { AuditSuperseded } from '../../src/audit';
import { tidy } from '../../src/steps/tidy';
import { MemoryTables, openStore, type Tables } from '../../src/store';
import { WrappedTables } from '../store/wrapped';
import { chances, told, type Campaign, type Outcome, type Terms } from './campaign';
import { auditOnce, copyOf, deliverAll, Ground, type Around, type Channel } from './ground';
import { readNaively } from './naiveReader';

class Death extends Error {}

/**
 * One operation at a time, drawn by chance among those that wait. A round begins when nothing else can go on, so the order is that of the
 * chances alone, whatever the machine does.
 */
export class Turns {
  private waiting: (() => Promise<void>)[] = [];
  private running = false;
  operations = 0;

  constructor(private readonly chance: () => number) {}

  /** For one actor, which dies at its `dies`-th operation, before or after the effect; 0: never. */
  actor(dies: number): Around {
    let seen = 0;
    let dead = false;
    const after = this.chance() < 0.5;
    return async (name, run) => {
      seen += 1;
      if (dead || (seen === dies && !after)) {
        dead = true;
        throw new Death(name);
      }
      const result = await this.turn(run);
      dead ||= seen === dies;
      if (dead) throw new Death(name);
      return result;
    };
  }

  private turn<T>(run: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.push(async () => {
        this.operations += 1;
        await run().then(resolve, reject);
      });
      if (!this.running) this.pump();
    });
  }

  private pump(): void {
    this.running = this.waiting.length > 0;
    if (!this.running) return;
    setImmediate(() => {
      const at = Math.floor(this.chance() * this.waiting.length);
      const [next] = this.waiting.splice(at, 1);
      void (next?.() ?? Promise.resolve()).then(() => this.pump());
    });
  }
}

const decisionAt = (n: number, at: string): Decision => ({
  ...{
    id: `d-${n}`,
    at,
    kind: 'acknowledgement',
    rule: '*',
    scope: '/',
    changes: [],
    reason: 'seen',
    owner: 'ada',
    by: 'ada',
  },
  until: '2027-01-01T00:00:00.000Z',
});

/** A tenant with a first run, and what the next runs will find. */
export interface Scene {
  readonly ground: Ground;
  readonly first: Tables;
  readonly sent: Channel;
}

export async function scene(first: Tables): Promise<Scene> {
  const ground = await Ground.begin({ seed: 5, subscriptions: 2, accounts: 1, workspaces: 0 }, true);
  const account = ground.idOf(/\/providers\/microsoft\.cognitiveservices\/accounts\/[^/]+$/i);
  ground.edit('before', { edit: 'disableLocalAuth', id: account });
  const sent: Channel = [];
  await auditOnce(ground.auditor(first, sent));
  ground.edit('after', { edit: 'enableLocalAuth', id: account });
  return { ground, first, sent };
}

/** An audit that lost to others again and again is no fault, nor is one that died. */
async function quietly(work: Promise<unknown>): Promise<string[]> {
  return work.then(
    () => [],
    (error: unknown) => (error instanceof Death || error instanceof AuditSuperseded ? [] : [told(error)]),
  );
}

/** Two to four audits, the tidy and people's decisions at the same time, some of them dying; then one audit in peace. */
export async function interleave(
  { ground, sent: before }: Scene,
  tables: Tables,
  seed: number,
): Promise<readonly string[]> {
  const chance = chances(seed);
  const turns = new Turns(chance);
  const sent = [...before];
  const auditors = 2 + Math.floor(chance() * 3);
  let deaths = 0;
  const around = (): Around => {
    const dies = chance() < 0.3 ? 1 + Math.floor(chance() * 120) : 0;
    deaths += dies > 0 ? 1 : 0;
    return turns.actor(dies);
  };
  const actor = () => {
    const own = around();
    return ground.auditor(new WrappedTables(tables, own), sent, own);
  };
  const people = openStore({ tables: new WrappedTables(tables, around()) });
  const at = ground.now();
  const work = [
    ...Array.from({ length: auditors }, () => quietly(auditOnce(actor()))),
    quietly(tidy(actor(), 3600)),
    quietly(people.decide(decisionAt(1, at)).then(() => people.withdraw('d-1', { by: 'bo', at, reason: 'over' }))),
  ];
  const broken = (await Promise.all(work)).flat();
  const during = await readNaively(tables, sent, { crashes: deaths + auditors, settled: false });
  const peace = ground.auditor(tables, sent);
  await auditOnce(peace);
  await deliverAll(peace);
  const end = await readNaively(tables, sent, { crashes: deaths + auditors, settled: true });
  const changes = end.runs.flatMap(({ drift }) => drift.changes.map(({ kind, property }) => `${kind} ${property}`));
  const wrong =
    changes.filter((change) => change === 'opened disableLocalAuth').length === 1
      ? []
      : [`A1: told ${changes.join(', ') || 'nothing'}`];
  return [...broken, ...during.problems, ...end.problems, ...wrong].map((problem) => `schedule ${seed}: ${problem}`);
}

const all = 10_000;

async function run({ seed, scale }: Terms): Promise<Outcome> {
  const held = await scene(new MemoryTables());
  const cases = Math.max(5, Math.round(all * scale));
  const failures: string[] = [];
  try {
    for (let n = 0; n < cases; n += 1)
      failures.push(...(await interleave(held, await copyOf(held.first), seed * all + n)));
    return { cases, failures };
  } finally {
    await held.ground.end();
  }
}

export const schedules: Campaign = { name: 'schedules of 2 to 4 auditors, tidy and people, in memory', run };
