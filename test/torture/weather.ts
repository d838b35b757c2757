import { audit } from '../../src/audit';
import { readSettings } from '../../src/config';
import type { Run, RunHeader } from '../../src/model/run';
import { MemoryTables, type Tables } from '../../src/store';
import { openWorld } from '../../src/world';
import { makeEstate, type EstateOptions } from '../azure/estate';
import { defaultKnobs, type Knobs } from '../azure/knobs';
import { startAzure, type SimulatedAzure } from '../azure/server';
import { VirtualClock } from '../collect/virtualClock';
import { copyOf } from './ground';

const hour = 3_600_000;
/** After everything that the tenant's log tells. */
const begin = Date.UTC(2026, 10, 28, 6);

/** Sets the weather; returns what ends it, where it listens. */
export type Turn = (azure: SimulatedAzure) => (() => void) | undefined;

/** How an audit under weather ended. */
export interface Weathered {
  readonly run: Run;
  readonly header: RunHeader;
  readonly tables: Tables;
}

/**
 * A tenant that one clear audit has seen, and audits of the same tenant under any weather. Nothing in the tenant moves, so whatever such
 * an audit tells beyond its sight is wrong.
 */
export class Weather {
  private constructor(
    readonly azure: SimulatedAzure,
    private readonly knobs: Partial<Knobs>,
    readonly clear: Weathered,
  ) {}

  static async begin(estate: EstateOptions, knobs: Partial<Knobs> = {}): Promise<Weather> {
    const azure = await startAzure({
      estate: makeEstate(estate),
      knobs: { argQuota: null, ...knobs },
      described: false,
    });
    Object.assign(process.env, azure.env);
    return new Weather(azure, knobs, await auditAt(azure, new MemoryTables(), 0));
  }

  /** One audit over a copy of the clear day's history. `turn` sets the weather; `at` is the hour the auditor's clock shows. */
  async under(turn: Turn, at = 1): Promise<Weathered> {
    const tables = await copyOf(this.clear.tables);
    this.calm();
    const stop = turn(this.azure);
    try {
      return await auditAt(this.azure, tables, at);
    } finally {
      stop?.();
      this.calm();
    }
  }

  /** The day after, in clear weather. */
  after({ tables }: Weathered, at = 2): Promise<Weathered> {
    return auditAt(this.azure, tables, at);
  }

  end(): Promise<void> {
    return this.azure.close();
  }

  private calm(): void {
    Object.assign(this.azure.knobs, defaultKnobs(), { argQuota: null }, this.knobs);
    this.azure.requests.length = 0;
  }
}

async function auditAt(azure: SimulatedAzure, tables: Tables, at: number): Promise<Weathered> {
  const time = begin + at * hour;
  const settings = readSettings({ ...azure.env, AISPM_STORAGE: '', AISPM_TEAMS_WEBHOOK_URL: '' });
  const now = (): string => new Date(time).toISOString();
  const world = await openWorld(settings, { tables, now, readsBy: new VirtualClock(Date.now()) });
  const { header } = await audit(world, { scopes: [], trigger: 'cli' });
  const run = await world.store.loadRun(header.id);
  if (!run) throw new Error('the run that was committed cannot be read back');
  return { run, header, tables };
}

/** Findings by rule and resource. */
const verdicts = ({ findings }: Run): ReadonlyMap<string, string> =>
  new Map(findings.map(({ ruleId, resourceId, status }) => [`${ruleId} ${resourceId}`, status]));

const few = (all: readonly string[]): readonly string[] =>
  all.length > 3 ? [...all.slice(0, 3), `and ${all.length - 3} more`] : all;

/** Where a verdict under weather is neither that of the clear day nor unknown, is lost, or is told as a change. */
export function wrongs(clear: Run, run: Run): readonly string[] {
  const [was, is] = [verdicts(clear), verdicts(run)];
  const wrong = [...is]
    .filter(([key, status]) => status !== 'unknown' && was.get(key) !== status)
    .map(([key, status]) => `${key} was ${was.get(key) ?? 'not judged'}, is ${status}`);
  const lost = [...was.keys()]
    .filter((key) => !is.has(key))
    .map((key) => `${key} is judged no more, was ${was.get(key) ?? ''}`);
  const here = new Set(run.resources.map(({ id }) => id));
  const gone = clear.resources.filter(({ id }) => !here.has(id)).map(({ id }) => `${id} is not there any more`);
  const told = run.drift.changes
    .filter(({ sort }) => sort !== 'coverage')
    .map(({ kind, resourceId, property, findings }) => {
      const moves = findings.map(({ ruleId, from, to }) => `${ruleId} from ${from || 'nothing'} to ${to}`);
      return `tells ${kind} ${property} ${resourceId} (${moves.join(', ')})`;
    });
  // Azure shows nothing of a disabled subscription: what is not read there is no fault of the run.
  const disabled = run.coverage.filter(({ state }) => state === 'disabled').map(({ unit }) => unit);
  const hidden = [...is].some(
    ([key, status]) =>
      status === 'unknown' && was.get(key) !== 'unknown' && !disabled.some((unit) => key.includes(unit)),
  );
  const silent = hidden && run.status === 'complete' ? ['sees less and calls itself complete'] : [];
  return [...few(gone), ...few(wrong), ...few(lost), ...few(told), ...silent];
}
