import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import type { RunHeader, UnitRecord } from '../../src/model/run';
import type { Tables } from '../../src/store';
import type { StoredRow } from '../../src/store/tables';

/**
 * A second reader of the tables, as plain as can be: it knows the format of the rows and nothing of the store's code. It reads everything
 * and tells what of the invariants does not hold.
 */

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
const keyOf = (text: string): string => (/^[\w.:-]{1,100}$/.test(text) ? text : `~${hashOf(text)}`);

type Shelf = ReadonlyMap<string, StoredRow>;
type Entry = readonly [key: string, hash: string, kind: string, carriedFrom?: string];
type Manifest = Omit<UnitRecord, 'resources' | 'foreign'> & {
  readonly entries: readonly Entry[];
  readonly foreign: { readonly entries: readonly Entry[] };
};
interface Kept {
  readonly header: RunHeader;
  readonly alerts: readonly { readonly route: string; readonly id: string }[];
}

/** A run as it lies there; `resources` by key. */
interface RunOnShelf extends Kept {
  readonly row: string;
  readonly previousRow: string;
  readonly units: ReadonlyMap<string, { readonly manifest: Manifest; readonly ids: ReadonlyMap<string, string> }>;
}

export interface Expected {
  /** How often a process died or lost sight between the channel's answer and its mark: so many repeats are allowed. */
  readonly crashes: number;
  /** True when everything was sent that there was to send. */
  readonly settled: boolean;
}

/** What was found. `problems` is empty where every invariant holds. */
export interface Reading {
  readonly problems: readonly string[];
  readonly runs: readonly RunHeader[];
}

async function shelfOf(tables: Tables, table: string): Promise<Shelf> {
  const rows = new Map<string, StoredRow>();
  for await (const row of tables.query(table, {})) rows.set(`${row.partitionKey} ${row.rowKey}`, row);
  return rows;
}

function textAt(shelf: Shelf, place: string): string {
  const root = shelf.get(place);
  if (!root) throw new Error(`nothing at ${place}`);
  const { textRows, textHash } = root.properties;
  const further = Array.from({ length: Number(textRows) - 1 }, (_, at) => {
    const key = `${place}!${String(textHash).slice(0, 16)}!${String(at + 1).padStart(4, '0')}`;
    const row = shelf.get(key);
    if (!row) throw new Error(`nothing at ${key}`);
    return row;
  });
  const chunks = [root, ...further].flatMap(({ properties }) =>
    Object.keys(properties)
      .filter((name) => /^b\d\d$/.test(name))
      .sort()
      .map((name) => properties[name] as Uint8Array),
  );
  const text = inflateSync(Buffer.concat(chunks)).toString('utf8');
  if (hashOf(text) !== textHash) throw new Error(`damaged at ${place}`);
  return text;
}

/** Text under a key that must be its own hash: the same content has the same bytes wherever it was written. */
function contentAt(shelf: Shelf, partition: string, row: string, hash: string): string {
  const text = textAt(shelf, `${partition} ${row}`);
  if (hashOf(text) !== hash) throw new Error(`S4: ${partition} ${row} is not the content that its key names`);
  return text;
}

interface Shelves {
  readonly runs: Shelf;
  readonly units: Shelf;
  readonly versions: Shelf;
  readonly outbox: Shelf;
}

function readUnits({ header }: Kept, { units, versions }: Shelves): RunOnShelf['units'] {
  return new Map(
    header.units.map(({ unit, hash, summary }) => {
      const partition = keyOf(unit);
      const manifest = JSON.parse(contentAt(units, partition, hash, hash)) as Manifest;
      const ids = new Map<string, string>();
      for (const [key, version] of [...manifest.entries, ...manifest.foreign.entries]) {
        const { id } = JSON.parse(contentAt(versions, partition, `${key}!${version}`, version)) as { id: string };
        if (hashOf(id.toLowerCase()) !== key) throw new Error(`S1: ${unit} keeps ${id} under another's key`);
        ids.set(key, id);
      }
      if (manifest.entries.length !== summary.resources)
        throw new Error(
          `S1: ${header.id} counts ${summary.resources} resources in ${unit}, ${manifest.entries.length} are there`,
        );
      return [unit, { manifest, ids }] as const;
    }),
  );
}

/** The chain from the head back, newest first. */
function readChain(shelves: Shelves): readonly RunOnShelf[] {
  const runs: RunOnShelf[] = [];
  const head = shelves.runs.get('head current');
  for (let row = String(head?.properties.row ?? ''); row !== ''; row = runs.at(-1)?.previousRow ?? '') {
    const link = shelves.runs.get(`run ${row}`);
    if (!link) throw new Error(`S2: the chain names ${row}, which is not there`);
    if (link.properties.given === true) break;
    const kept = JSON.parse(textAt(shelves.runs, `run ${row}`)) as Kept;
    runs.push({ ...kept, row, previousRow: String(link.properties.previousRow), units: readUnits(kept, shelves) });
  }
  return runs;
}

const isWhole = (state: string | undefined): boolean => state === 'read' || state === 'disabled';

/** S2: each names the one before it, and no id stands twice. */
function chainProblems(runs: readonly RunOnShelf[]): readonly string[] {
  const ids = runs.map(({ header }) => header.id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `S2: ${id} stands twice`);
  const broken = runs.slice(0, -1).flatMap(({ header }, at) => {
    const before = runs[at + 1]?.header.id;
    const ok = header.previous === before && (header.drift.from === before || header.drift.from === '');
    return ok ? [] : [`S2: ${header.id} follows ${header.previous}, the chain says ${before}`];
  });
  return [...twice, ...broken];
}

/** S3: what the run before held is there, or told to be gone, or its unit was not read whole and says so. */
function lostProblems({ header, units }: RunOnShelf, before: RunOnShelf): readonly string[] {
  const gone = header.drift.changes.filter(({ kind }) => kind === 'gone').map(({ resourceId }) => resourceId);
  const isTold = (id: string): boolean => gone.some((root) => id === root || id.startsWith(`${root}/`));
  return [...before.units].flatMap(([unit, { manifest, ids }]) => {
    const now = units.get(unit);
    if (!now) return [`S3: ${header.id} has lost the unit ${unit}`];
    const here = new Set(now.manifest.entries.map(([key]) => key));
    const missing = manifest.entries.filter(([key]) => !here.has(key)).map(([key]) => ids.get(key) ?? '');
    // What stands above subscriptions and is carried for others is told where it lives.
    const silent = missing.filter((id) => !isTold(id) && !(unit === 'tenant' && id.startsWith('/subscriptions/')));
    const entry = before.header.units.find((one) => one.unit === unit);
    // What came and went while the unit was not compared never was in what it is compared with.
    const told = isWhole(now.manifest.state) && entry?.baseline !== entry?.hash;
    return silent.filter(() => !told).map((id) => `S3: ${header.id} lost ${id} and does not tell it`);
  });
}

/** S3: what is carried has a gap that says why. */
function carriedProblems({ header, units }: RunOnShelf): readonly string[] {
  return [...units].flatMap(([unit, { manifest }]) => {
    const carried = manifest.entries.filter(([, , , from]) => from !== undefined);
    return carried.length > 0 && manifest.gaps.length === 0
      ? [`S3: ${header.id} carries in ${unit} without a gap`]
      : [];
  });
}

/** A4: of a unit that was not read completely only its coverage is told. */
function unreadProblems({ header }: RunOnShelf): readonly string[] {
  const state = new Map(header.units.map(({ unit, coverage }) => [unit, coverage.state]));
  const silent = new Set(header.drift.notCompared);
  return header.drift.changes
    .filter(({ unit, sort }) => sort !== 'coverage' && (state.get(unit) === 'notRead' || silent.has(unit)))
    .map(
      ({ kind, resourceId, unit }) => `A4: ${header.id} tells ${kind} ${resourceId} of ${unit}, which it did not read`,
    );
}

const isTrouble = (kind: string, integrity: string | undefined): boolean =>
  integrity === 'tampering' || ['opened', 'worse', 'reopened', 'appeared', 'exceptionOver'].includes(kind);

/** The ids of the cards that a run without exceptions, routes and backlog has to send. */
function cardIds({ header }: Kept): readonly string[] {
  const { changes } = header.drift;
  const critical = changes.filter((one) => one.severity === 'critical' && isTrouble(one.kind, one.integrity));
  const recovery = changes.filter(
    (one) => one.severity === 'critical' && !critical.includes(one) && one.kind === 'resolved',
  );
  const rest = changes.filter((one) => !critical.includes(one) && !recovery.includes(one));
  const digest = rest.every(({ sort }) => sort === 'coverage') ? 'coverage' : 'digest';
  const id = (kind: string, told: typeof changes): string =>
    createHash('sha256')
      .update([header.id, 'teams', kind, ...told.map((one) => one.id)].join('\n'))
      .digest('hex')
      .slice(0, 12);
  if (header.previous === '') return [id('baseline', [])];
  return [
    ...(critical.length > 0 ? [id('critical', critical)] : []),
    ...(recovery.length > 0 ? [id('recovery', recovery)] : []),
    ...(rest.length > 0 ? [id(digest, rest)] : []),
  ];
}

/** A1: the cards that the run names are those its changes ask for, each with one row. */
function cardProblems(run: RunOnShelf, outbox: Shelf): readonly string[] {
  const rows = run.alerts.map(({ route, id }) => outbox.get(`${keyOf(route)} ${keyOf(run.header.id)}!${keyOf(id)}`));
  const merged = rows.some((row) => row && row.properties.runId === run.header.id && coversOf(outbox, row) > 0);
  const wanted = [...cardIds(run)].sort().join();
  const named = run.alerts
    .map(({ id }) => id)
    .sort()
    .join();
  return [
    ...rows.flatMap((row, at) => (row ? [] : [`A1: ${run.header.id} has no row for alert ${run.alerts[at]?.id}`])),
    ...(wanted === named || merged ? [] : [`A1: ${run.header.id} asks for cards ${wanted}, it names ${named}`]),
  ];
}

const coversOf = (outbox: Shelf, { partitionKey, rowKey }: StoredRow): number =>
  (JSON.parse(textAt(outbox, `${partitionKey} ${rowKey}`)) as { covers?: unknown[] }).covers?.length ?? 0;

/** A2 and A3: every card has an end, was sent when it says so, and no more often than processes died. */
function endProblems(
  runs: readonly RunOnShelf[],
  outbox: Shelf,
  sent: readonly string[],
  expected: Expected,
): readonly string[] {
  const count = (id: string): number => sent.filter((one) => one === id).length;
  const named = runs.flatMap(({ header, alerts }) => alerts.map((alert) => ({ ...alert, run: header.id })));
  const known = new Set(named.map(({ id }) => id));
  const repeats = named.reduce((sum, { id }) => sum + Math.max(0, count(id) - 1), 0);
  return [
    ...named.flatMap(({ route, id, run }) => {
      const end = outbox.get(`${keyOf(route)} ${keyOf(run)}!${keyOf(id)}`)?.properties.end;
      if (expected.settled && end === 'waiting') return [`A2: alert ${id} of ${run} still waits`];
      return end === 'delivered' && count(id) === 0 ? [`A2: alert ${id} of ${run} is marked and was never sent`] : [];
    }),
    ...(repeats > expected.crashes ? [`A3: ${repeats} repeats for ${expected.crashes} crashes`] : []),
    ...sent.filter((id) => !known.has(id)).map((id) => `A3: ${id} was sent, and no run on the chain names it`),
  ];
}

/** Reads everything back and tells what does not hold. `sent` are the alert ids that reached the channel. */
export async function readNaively(tables: Tables, sent: readonly string[], expected: Expected): Promise<Reading> {
  const [runs, units, versions, outbox] = await Promise.all(
    ['aispmruns', 'aispmunits', 'aispmversions', 'aispmoutbox'].map((table) => shelfOf(tables, table)),
  );
  const shelves = { runs: runs!, units: units!, versions: versions!, outbox: outbox! };
  try {
    const chain = readChain(shelves);
    const problems = [
      ...chainProblems(chain),
      ...chain.slice(0, -1).flatMap((run, at) => lostProblems(run, chain[at + 1]!)),
      ...chain.flatMap((run) => [
        ...carriedProblems(run),
        ...unreadProblems(run),
        ...cardProblems(run, shelves.outbox),
      ]),
      ...endProblems(chain, shelves.outbox, sent, expected),
    ];
    return { problems, runs: chain.map(({ header }) => header) };
  } catch (error) {
    return { problems: [`S1: ${String(error)}`], runs: [] };
  }
}
