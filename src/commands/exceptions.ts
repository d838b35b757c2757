import { userInfo } from 'node:os';
import { settings } from '../config';
import type { DecisionKind } from '../model/decision';
import { shown } from '../report/words';
import { approve, decide, decisions, DecisionRefused, withdraw, type StandingDecision } from '../steps/decide';
import { openWorld, type World } from '../world';
import { exitCodes, UsageError } from './exit';
import { say, write } from './output';

export interface ExceptionOptions {
  readonly rule?: string;
  readonly scope?: string;
  readonly reason?: string;
  readonly owner?: string;
  readonly until?: string;
  readonly format?: string;
  readonly all?: boolean;
  readonly run?: string;
}

const by = (): string => userInfo().username;

const cells = ({ id, kind, state, rule, scope, until, owner, reason }: StandingDecision): string =>
  [
    id.padEnd(15),
    kind.padEnd(16),
    state.padEnd(10),
    (until.slice(0, 10) || 'no end').padEnd(11),
    shown(owner, 24).padEnd(25),
    `${rule} at ${shown(scope, 120)}`,
    `\n${' '.repeat(15)} ${shown(reason, 160)}`,
  ].join(' ');

function render(all: readonly StandingDecision[], format: string | undefined): string {
  if (format === 'json') return `${JSON.stringify({ exceptions: all }, null, 2)}\n`;
  return all.length === 0
    ? 'No exception, snooze, acknowledgement or approval holds.\n'
    : `${all.map(cells).join('\n')}\n`;
}

const defined = <T extends object>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;

async function inWorld<T>(work: (world: World) => Promise<T>): Promise<T> {
  const world = await openWorld(settings(), { tell: say });
  try {
    return await work(world);
  } catch (error) {
    if (error instanceof DecisionRefused) throw new UsageError(error.message);
    throw error;
  } finally {
    await world.close();
  }
}

const tell = (decision: StandingDecision): number => {
  write(`${cells(decision)}\n`, undefined);
  return exitCodes.clean;
};

/** `aispm exceptions`: what holds now; with `--all` also what expired or was taken back. */
export const listExceptions = (options: ExceptionOptions): Promise<number> =>
  inWorld(async (world) => {
    const all = await decisions(world);
    const held = options.all ? all : all.filter(({ state }) => state === 'active' || state === 'ending');
    write(render(held, options.format), undefined);
    return exitCodes.clean;
  });

/** `aispm exceptions add|snooze|acknowledge`. @throws UsageError naming every problem. */
export const addException = (
  kind: DecisionKind,
  { rule, scope, reason, owner, until }: ExceptionOptions,
): Promise<number> =>
  inWorld(async (world) =>
    tell(await decide(world, defined({ kind, rule, scope, reason: reason ?? '', owner, until }) as never, by())),
  );

/** `aispm exceptions remove ID`. @throws UsageError for an id that nobody has. */
export const removeException = (id: string, { reason }: ExceptionOptions): Promise<number> =>
  inWorld(async (world) => {
    const ended = await withdraw(world, id, by(), reason ?? 'taken back');
    if (!ended) throw new UsageError(`There is no decision '${id}'. aispm exceptions --all lists them.`);
    return tell(ended);
  });

/** `aispm exceptions approve CHANGE`: `all` for every change of the run. */
export const approveChange = (change: string, { reason, run }: ExceptionOptions): Promise<number> =>
  inWorld(async (world) =>
    tell(
      await approve(world, { runId: run ?? 'latest', changeId: change === 'all' ? '*' : change }, reason ?? '', by()),
    ),
  );
