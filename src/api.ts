import { world } from './app';
import { parseBody } from './body';
import { frameworkScore } from './evaluate';
import type { FrameworkStanding } from './model/framework';
import { toFrameworkJson } from './report';
import { frameworks } from './rules/frameworks';
import { ScopeUnread, toScope } from './model/scope';
import type { Run, RunHeader } from './model/run';
import type { Order } from './orders';
import { Refusal } from './problem';
import { narrow } from './steps/narrow';
import { duesBetween } from './steps/schedule';
import { readRun } from './steps/readRun';
import type { World } from './world';

const maxWaitSeconds = 200;
const maxRuns = 100;

const textList = (value: unknown, name: string): readonly string[] => {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value) && value.every((one): one is string => typeof one === 'string')) return value;
  throw new Refusal(400, 'Bad request', `'${name}' must be a list of texts.`);
};

function readScope(text: string): string {
  const scope = toScope(text);
  if (scope !== undefined) return scope;
  const detail = `'${text}' is no management group, subscription, resource group or resource id.`;
  throw new Refusal(400, 'Bad request', detail);
}

/** A scope that cannot be read would give an audit of nothing, and nothing looks clean. */
async function checkScopes(open: World, scopes: readonly string[]): Promise<void> {
  try {
    if (scopes.length > 0) await open.subscriptionsIn(scopes, open.now());
  } catch (error) {
    if (error instanceof ScopeUnread) throw new Refusal(400, 'Bad request', error.message);
    throw error;
  }
}

function checkRules(open: World, wanted: readonly string[]): void {
  const ids = new Set(open.rules.map((rule) => rule.id));
  const missing = wanted.filter((id) => !ids.has(id));
  if (missing.length > 0) throw new Refusal(400, 'Bad request', `No rule '${missing.join("', '")}'.`);
}

/** What `POST assessments` asks for. @throws Refusal for unknown members, scopes that are none, rules that are none. */
export async function readOrder(body: string): Promise<Order> {
  const given = parseBody(body);
  const unknown = Object.keys(given).filter((key) => key !== 'scopes' && key !== 'rules');
  if (unknown.length > 0)
    throw new Refusal(400, 'Bad request', `Unknown member '${unknown.join("', '")}'. Use scopes and rules.`);
  const scopes = textList(given['scopes'], 'scopes').map(readScope);
  const rules = textList(given['rules'], 'rules');
  const open = await world();
  checkRules(open, rules);
  await checkScopes(open, scopes);
  return { scopes: scopes.length > 0 ? scopes : open.settings.scopes, rules, trigger: 'http', askedAt: open.now() };
}

/** Seconds to wait for the run, from `?wait=`; 0 when absent. @throws Refusal */
export function readWait(text: string | null): number {
  if (text === null) return 0;
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > maxWaitSeconds)
    throw new Refusal(400, 'Bad request', `'wait' must be a whole number of seconds from 0 to ${maxWaitSeconds}.`);
  return seconds;
}

const noRun = (id: string): Refusal =>
  new Refusal(
    404,
    'No such run',
    id === 'latest'
      ? 'There is no run yet. POST /api/assessments makes one.'
      : `There is no run '${id}'. GET /api/runs lists them.`,
  );

async function headerOf(id: string): Promise<RunHeader> {
  const header = await (await world()).store.header(id);
  if (!header) throw noRun(id);
  return header;
}

/** The kept run of this id, or `latest`, as people see it today. @throws Refusal where there is none. */
export async function runOf(id: string): Promise<Run> {
  const run = await readRun(await world(), (await headerOf(id)).id);
  if (!run) throw noRun(id);
  return run;
}

const toEntry = ({ id, takenAt, status, previous, scopes, trigger, summary }: RunHeader): unknown => ({
  id,
  takenAt,
  status,
  previous,
  scopes,
  trigger,
  summary,
});

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));

/** Runs, newest first: `top` of them, taken before the instant `before`. @throws Refusal */
export async function listRuns(top: string | null, before: string | null): Promise<unknown> {
  const count = top === null ? 30 : Number(top);
  if (!Number.isInteger(count) || count < 1 || count > maxRuns)
    throw new Refusal(400, 'Bad request', `'top' must be a whole number from 1 to ${maxRuns}.`);
  if (before !== null && !isInstant(before))
    throw new Refusal(400, 'Bad request', "'before' must be an instant, such as 2026-01-31T06:00:00Z.");
  const runs = await (await world()).store.list({ top: count, ...(before === null ? {} : { before }) });
  return { runs: runs.map(toEntry) };
}

const parts = ['coverage', 'resources', 'findings', 'paths', 'defender', 'drift'] as const;
type Part = (typeof parts)[number];
const isPart = (text: string): text is Part => (parts as readonly string[]).includes(text);

function readInclude(text: string | null): readonly Part[] {
  if (text === null) return ['coverage', 'drift'];
  const wanted = text.split(',').map((part) => part.trim());
  if (wanted.includes('all')) return parts;
  const unknown = wanted.filter((part) => !isPart(part));
  if (unknown.length > 0)
    throw new Refusal(
      400,
      'Bad request',
      `'include' does not know '${unknown.join("', '")}'. Use all, or some of ${parts.join(', ')}.`,
    );
  return wanted.filter(isPart);
}

const select = (run: Run, include: readonly Part[]): unknown => ({
  id: run.id,
  takenAt: run.takenAt,
  status: run.status,
  scopes: run.scopes,
  summary: run.summary,
  ...Object.fromEntries(include.map((part) => [part, run[part]])),
});

/** The run as the contract has it. Without `include` only its head, coverage and drift. @throws Refusal */
export async function showRun(id: string, include: string | null): Promise<unknown> {
  const wanted = readInclude(include);
  return select(await runOf(id), wanted);
}

/** One part of a run: findings, resources, paths, coverage, drift, defender. @throws Refusal */
export async function showRunPart(id: string, part: string): Promise<unknown> {
  if (!isPart(part)) throw new Refusal(404, 'No such part', `A run has ${parts.join(', ')}.`);
  const run = await runOf(id);
  return { id: run.id, [part]: run[part] };
}

/** How the run stands against `framework`, or, without one, against each by its score. @throws Refusal for one that is none. */
export async function showRunFrameworks(id: string, framework: string | null): Promise<unknown> {
  const ids = frameworks.map((one) => one.id);
  if (framework !== null && !ids.includes(framework))
    throw new Refusal(400, 'Bad request', `'framework' does not know '${framework}'. Use one of ${ids.join(', ')}.`);
  const open = await world();
  const run = await readRun(open, (await headerOf(id)).id);
  if (!run) throw noRun(id);
  const standings = frameworks
    .filter((one) => framework === null || one.id === framework)
    .map((one) => frameworkScore(one, run.findings, open.rules));
  const entry = ({ framework: { id: name, title }, score }: FrameworkStanding): unknown => ({ id: name, title, score });
  return { id: run.id, frameworks: standings.map(framework === null ? entry : toFrameworkJson) };
}

/** The run that an assessment made, narrowed to the scopes and rules it asked for. */
export async function showAssessed(runId: string, order: Order): Promise<unknown> {
  const run = await readRun(await world(), runId);
  if (!run) throw noRun(runId);
  return narrow(run, order);
}

/** How the auditor itself is: last complete run and its age, gaps, alerts that ended dead. */
export async function showHealth(): Promise<Readonly<Record<string, unknown>>> {
  const open = await world();
  const runs = await open.store.list({ top: maxRuns });
  const [dead, waiting] = await Promise.all([open.store.dead(), open.store.waiting()]);
  const last = runs[0];
  const complete = runs.find((run) => run.status === 'complete');
  const schedule = scheduleOf(open, last);
  return {
    status: isWell(last, dead.length, schedule.missed) ? 'ok' : 'degraded',
    lastRun: last?.id ?? null,
    ...(complete
      ? { lastCompleteRun: complete.id, lastCompleteAgeHours: hoursBetween(complete.takenAt, open.now()) }
      : {}),
    gaps: last ? gapsOf(last) : 0,
    schedule,
    outbox: {
      waiting: waiting.length,
      dead: dead.map(({ id, runId, route, reason }) => ({ id, runId, route, reason })),
    },
  };
}

const isWell = (last: RunHeader | undefined, dead: number, missed: number): boolean =>
  last?.status === 'complete' && dead === 0 && missed === 0;

/** An audit that is this young may still be at work. */
const graceMinutes = 60;

/** What the schedule wanted and got. Without a first scheduled run there is nothing to miss: the tool may be used by hand alone. */
function scheduleOf({ settings, now }: World, last: RunHeader | undefined) {
  const lastDueAt = last?.self?.dueAt || (last?.self?.lastDueAt ?? '');
  const until = new Date(Date.parse(now()) - graceMinutes * 60_000).toISOString();
  const missed = duesBetween(settings.schedule, lastDueAt, until);
  return { expression: settings.schedule, lastDueAt: lastDueAt || null, missed };
}

const gapsOf = ({ units }: RunHeader): number => units.reduce((sum, { coverage }) => sum + coverage.gaps.length, 0);

const hoursBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 360_000) / 10;
