import { MemoryTables, type Tables } from '../../src/store';
import { tidy } from '../../src/steps/tidy';
import { WrappedTables } from '../store/wrapped';
import { slice, told, type Campaign, type Outcome, type Terms } from './campaign';
import { auditOnce, copyOf, deliverAll, Ground, type Around, type Channel } from './ground';
import { readNaively } from './naiveReader';

class Outage extends Error {}
type When = 'before' | 'after';

/** Counts operations and breaks the n-th, before its effect or after it. */
function breaking(nth: number, when: When): { readonly around: Around; readonly seen: () => number } {
  let seen = 0;
  const around: Around = async (name, run) => {
    seen += 1;
    const broken = seen === nth;
    if (broken && when === 'before') throw new Outage(name);
    const result = await run();
    if (broken) throw new Outage(name);
    return result;
  };
  return { around, seen: () => seen };
}

/** A tenant with a first run, and one that has moved since: something worse, something mended, something gone. */
async function moved(): Promise<{ ground: Ground; first: Tables; sent: Channel }> {
  const ground = await Ground.begin();
  const account = ground.idOf(/\/providers\/microsoft\.cognitiveservices\/accounts\/[^/]+$/i);
  ground.edit('before', { edit: 'disableLocalAuth', id: account });
  const first = new MemoryTables();
  const sent: Channel = [];
  await auditOnce(ground.auditor(first, sent));
  ground.edit(
    'after',
    { edit: 'enableLocalAuth', id: account },
    { edit: 'remove', id: ground.idOf(/\/accounts\/[^/]+\/deployments\/[^/]+$/i) },
    { edit: 'openNetwork', id: ground.idOf(/\/storageaccounts\/[^/]+$/i) },
  );
  return { ground, first, sent };
}

interface Trial {
  readonly ground: Ground;
  readonly first: Tables;
  readonly sent: Channel;
}

/** The changes that a reader was told of since the first run, without the names of the runs. */
const toldChanges = (runs: Awaited<ReturnType<typeof readNaively>>['runs']): string =>
  runs
    .flatMap(({ drift }) => drift.changes.map(({ kind, resourceId, property }) => `${kind} ${resourceId} ${property}`))
    .sort()
    .join('\n');

async function breakOne(
  { ground, first, sent }: Trial,
  n: number,
  when: When,
): Promise<{ seen: number; failures: string[]; changes: string }> {
  const [tables, channel] = [await copyOf(first), [...sent]];
  const fault = breaking(n, when);
  const dying = ground.auditor(new WrappedTables(tables, fault.around), channel, fault.around);
  const failed = await auditOnce(dying)
    .then(() => tidy(dying, 60))
    .then(
      () => undefined,
      (error: unknown) => error,
    );
  const between = await readNaively(tables, channel, { crashes: 1, settled: false });
  const after = ground.auditor(tables, channel);
  await auditOnce(after);
  await deliverAll(after);
  await tidy(after, 60);
  const end = await readNaively(tables, channel, { crashes: failed ? 1 : 0, settled: true });
  const odd = failed && !(failed instanceof Outage) ? [told(failed)] : [];
  const failures = [...odd, ...between.problems, ...end.problems].map(
    (problem) => `operation ${n} failed ${when}: ${problem}`,
  );
  return { seen: fault.seen(), failures, changes: toldChanges(end.runs) };
}

/** Fails every operation of a whole audit once, before and after its effect; each time another audit follows. */
async function breakAll(trial: Trial, { scale }: Terms): Promise<Outcome> {
  const clean = await breakOne(trial, 0, 'before');
  const points = slice(clean.seen, scale);
  const failures = [...clean.failures];
  for (const [n, when] of points.flatMap((n) => [[n, 'before'] as const, [n, 'after'] as const])) {
    const one = await breakOne(trial, n, when);
    const point = `operation ${n} failed ${when}`;
    failures.push(...one.failures);
    if (one.changes !== clean.changes) failures.push(`${point}: told\n${one.changes}\nnot\n${clean.changes}`);
  }
  return { cases: 2 * points.length, failures };
}

async function run(terms: Terms): Promise<Outcome> {
  const trial = await moved();
  return breakAll(trial, terms).finally(() => trial.ground.end());
}

export const failEach: Campaign = { name: 'every storage and channel operation fails once', run };
