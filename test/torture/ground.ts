import { audit } from '../../src/audit';
import { readSettings } from '../../src/config';
import type { Kind, Resource } from '../../src/model/resource';
import type { UnitInput } from '../../src/reading';
import { deliver } from '../../src/steps/deliver';
import { MemoryTables, openStore, type Tables } from '../../src/store';
import { canonicalJson, sha256 } from '../../src/store/canonical';
import { openWorld, type World } from '../../src/world';
import { change, makeEstate, type Edit } from '../azure/estate';
import { startAzure, type SimulatedAzure } from '../azure/server';
import { all } from '../store/wrapped';

const start = Date.UTC(2026, 10, 2, 6);
const stored = ['aispmruns', 'aispmunits', 'aispmversions', 'aispmoutbox', 'aispmslots', 'aispmdecisions'];

/** What every tenant holds by the hundred and no trial here looks at. */
const catalogues = new Set<Kind>(['roleDefinition', 'recommendation']);
/** What is left where thousands of runs are made: enough to be judged, to move and to hang below something. */
const few = new Set<Kind>([
  'subscription',
  'aiAccount',
  'deployment',
  'guardrail',
  'storageAccount',
  'managementGroup',
]);

/** What reached the channel: the alert ids, as often as each came. */
export type Channel = string[];

/** An operation of the store or the channel, told before it has its effect. */
export type Around = <T>(name: string, run: () => Promise<T>) => Promise<T>;

/**
 * A small tenant and what one process knows of it. What was read of an unchanged tenant is read once: the store and the order of the
 * steps are on trial here, not the reads.
 */
export class Ground {
  private readonly survey = new Map<string, ReturnType<World['survey']>>();
  private readonly units = new Map<string, ReturnType<World['readUnit']>>();
  private version = '';
  private minutes = 0;

  private constructor(
    readonly azure: SimulatedAzure,
    private readonly reading: World,
    private readonly small: boolean,
  ) {}

  private thinned<T extends { readonly resources: readonly Resource[] }>(read: T): T {
    const stays = ({ kind }: Resource): boolean => (this.small ? few.has(kind) : !catalogues.has(kind));
    return { ...read, resources: read.resources.filter(stays) };
  }

  static async begin(
    options = { seed: 5, subscriptions: 2, accounts: 2, workspaces: 1 },
    small = false,
  ): Promise<Ground> {
    const azure = await startAzure({ estate: makeEstate(options), knobs: { argQuota: null } });
    Object.assign(process.env, azure.env);
    const at = { now: (): string => new Date(start).toISOString() };
    const settings = readSettings({ ...azure.env, AISPM_STORAGE: '' });
    const ground = new Ground(azure, await openWorld(settings, { forget: true, now: () => at.now() }), small);
    at.now = ground.now;
    return ground;
  }

  /** Every look at the clock is a second later than the one before. */
  readonly now = (): string => new Date(start + (this.minutes += 1 / 60) * 60_000).toISOString();

  pass(minutes: number): void {
    this.minutes += minutes;
  }

  edit(name: string, ...edits: readonly Edit[]): void {
    this.azure.estate.arm = change(this.azure.estate, edits).arm;
    this.azure.reindex();
    this.version = name;
  }

  idOf(pattern: RegExp): string {
    const found = this.azure.estate.arm.find(({ id }) => pattern.test(id));
    if (!found) throw new Error(`The tenant holds nothing like ${pattern}.`);
    return found.id;
  }

  /** An auditor over these tables. `around` may delay or break what it does with the channel. */
  auditor(tables: Tables, channel: Channel, around: Around = (_name, run) => run()): World {
    const store = openStore({ tables, now: this.now });
    return {
      ...this.reading,
      rules: this.small ? this.reading.rules.filter(({ subject }) => few.has(subject)) : this.reading.rules,
      store,
      survey: (scopes, takenAt) =>
        held(this.survey, this.version, async () =>
          (await this.reading.survey(scopes, takenAt)).map((part) => this.thinned(part)),
        ),
      readUnit: async (input) => {
        const key = `${this.version} ${input.part.unit} ${sha256(canonicalJson(input.wasThere))}`;
        const read = await held(this.units, key, () => this.readOnce(input, tables));
        return { ...this.thinned(read), takenAt: input.plan.takenAt };
      },
      send: (_route, message) =>
        around('send', () => {
          channel.push(/alert ([0-9a-f]{12})/.exec(JSON.stringify(message))?.[1] ?? 'none');
          return Promise.resolve({ outcome: 'accepted', reason: '' });
        }),
    };
  }

  /** The parts of a plan lie in the tables of the auditor that made it: the reader looks for them in its own. */
  private async readOnce(input: UnitInput, tables: Tables): ReturnType<World['readUnit']> {
    const theirs = openStore({ tables });
    for (const { unit, part } of input.plan.units)
      await this.reading.store.savePart(await theirs.loadPart(unit, part), new Set());
    return this.reading.readUnit(input);
  }

  end(): Promise<void> {
    return this.azure.close();
  }
}

function held<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const one = known.get(key) ?? read();
  known.set(key, one);
  // What a dying auditor could not read is read again by the next.
  one.catch(() => known.delete(key));
  return one;
}

/** One audit as the schedule asks for it, its cards sent. */
export const auditOnce = (world: World): Promise<unknown> => audit(world, { scopes: [], trigger: 'timer' });

/** Sends until nothing waits. */
export async function deliverAll(world: World): Promise<void> {
  for (let tries = 0; tries < 5 && (await deliver(world)).waiting > 0; tries += 1);
}

/** The same rows in tables of their own. */
export async function copyOf(tables: Tables): Promise<MemoryTables> {
  const copy = new MemoryTables();
  for (const table of stored) for (const row of await all(tables.query(table, {}))) await copy.put(table, row);
  return copy;
}
