import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Examined } from '../collect/examine';
import { ConfigError, readSettings, settingNames, type Settings } from '../config';
import { loadApp } from '../host/loadApp';
import { optIns, optInTerms } from '../model/optIn';
import { shown } from '../report/words';
import { openWorld, type World } from '../world';
import { exitCodes } from './exit';
import { appRoot } from './serve';

/** One line of the examination. `bad` lines decide the exit code. */
interface Line {
  readonly mark: '✓' | '✗' | '?' | '○';
  readonly name: string;
  readonly told: string;
}

const off = (name: string, told: string): Line => ({ mark: '○', name, told });
const ok = (name: string, told: string): Line => ({ mark: '✓', name, told });
const bad = (name: string, told: string): Line => ({ mark: '✗', name, told });
const unseen = (name: string, told: string): Line => ({ mark: '?', name, told });

const reason = (error: unknown): string =>
  shown(error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown reason', 300);

/** Settings that are credentials, or may hold one, are never shown. */
const hidden = new Set<string>(['AISPM_TEAMS_WEBHOOK_URL', 'AISPM_STORAGE']);

function settingLines(env: NodeJS.ProcessEnv): { settings: Settings | undefined; lines: Line[] } {
  try {
    const settings = readSettings(env);
    const lines = settingNames
      .filter((name) => env[name])
      .map((name) => ok(name, hidden.has(name) ? 'set, not shown' : shown(env[name] ?? '', 120)));
    return { settings, lines: lines.length > 0 ? lines : [ok('settings', 'none set: everything at its default')] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return {
      settings: undefined,
      lines: error.problems.map((problem) => bad(problem.split(':')[0] ?? '', problem.replace(/^[^:]+: */, ''))),
    };
  }
}

/** What goes beyond Reader and Security Reader: on or off, and the right it takes. Whether it is granted shows in an audit's gaps. */
const optInLines = ({ policy }: Settings): Line[] =>
  optIns.map((name) =>
    policy.optIn.includes(name)
      ? ok(name, `on; needs ${optInTerms[name].right}`)
      : off(name, `off; would need ${optInTerms[name].right}`),
  );

/** The built-in role that grants a read action, the narrower of the two that this auditor asks for. */
const roleFor = (permission: string): string =>
  permission.startsWith('Microsoft.Security/') ? 'Security Reader' : 'Reader';

function rightsLine({ name, subscriptionId, missing, excess }: Examined): Line {
  const who = `${shown(name, 40)} (${subscriptionId})`;
  if (missing === undefined) return unseen(who, 'its rights could not be read: grant Reader');
  if (missing.length > 0) {
    const roles = [...new Set(missing.map(roleFor))].sort();
    const some = missing.slice(0, 3).join(', ');
    return unseen(
      who,
      `${roles.join(' and ')} missing: ${some}${missing.length > 3 ? ` and ${missing.length - 3} more` : ''}`,
    );
  }
  if (excess.length > 0) return bad(who, `more than an auditor needs: ${excess.join(', ')}`);
  return ok(who, 'every right the collectors need, and none to write, list keys or act');
}

async function tried(name: string, told: string, work: () => Promise<unknown>): Promise<Line> {
  try {
    await work();
    return ok(name, told);
  } catch (error) {
    return bad(name, reason(error));
  }
}

async function graphLine(world: World): Promise<Line> {
  const found = await world.survey(world.settings.scopes, world.now());
  const refused = found.find(({ unit }) => unit === 'tenant')?.gaps.find((gap) => gap.kind === 'principal');
  return refused
    ? unseen('Microsoft Graph', `names of people and groups cannot be shown: ${refused.permission || refused.detail}`)
    : ok('Microsoft Graph', 'names of people and groups can be shown');
}

async function functionsLine(): Promise<Line> {
  const files = globSync('dist/functions/*.js', { cwd: resolve(appRoot) }).length;
  try {
    const { registry } = await loadApp(appRoot, () => undefined);
    const count = registry.functions.size;
    return count === files
      ? ok('functions loaded', `${count} of ${files}`)
      : bad('functions loaded', `${count} of ${files}`);
  } catch (error) {
    return bad('functions loaded', reason(error));
  }
}

async function outsideLines(settings: Settings): Promise<{ title: string; lines: Line[] }[]> {
  const world = await openWorld(settings);
  try {
    const signIn = await tried('token for Azure and Graph', 'signed in', () => world.signIn());
    const store = await tried('store', settings.storage ? 'tables can be read' : 'embedded store can be read', () =>
      world.store.head(),
    );
    if (signIn.mark !== '✓')
      return [
        { title: 'Identity', lines: [signIn] },
        { title: 'Store', lines: [store] },
      ];
    const rights = (await world.examine(settings.scopes)).map(rightsLine);
    return [
      { title: 'Identity', lines: [signIn, await graphLine(world)] },
      { title: `Rights, by subscription (${rights.length} in scope)`, lines: rights },
      { title: 'Opt-ins (optIn of the policy file)', lines: optInLines(settings) },
      { title: 'Store', lines: [store] },
    ];
  } finally {
    await world.close();
  }
}

const print = (title: string, lines: readonly Line[]): void => {
  const rows = lines.map(({ mark, name, told }) => `  ${mark} ${name.padEnd(26)} ${told}`);
  process.stdout.write(`${title}\n${rows.join('\n')}\n\n`);
};

function codeOf(settings: Settings | undefined, lines: readonly Line[]): number {
  if (!settings) return exitCodes.usage;
  if (lines.some(({ mark }) => mark === '✗')) return exitCodes.failed;
  return lines.some(({ mark }) => mark === '?') ? exitCodes.partial : exitCodes.clean;
}

/** `aispm doctor`: what works, what does not, and what mends it. Nothing is written to Azure. */
export async function doctorCommand(): Promise<number> {
  const { settings, lines } = settingLines(process.env);
  print('Settings', lines);
  const outside = settings ? await outsideLines(settings) : [];
  for (const { title, lines: held } of outside) print(title, held);
  const functions = await functionsLine();
  print('Functions', [functions]);
  const code = codeOf(settings, [...outside.flatMap((part) => part.lines), functions]);
  process.stdout.write(`Exit code ${code}.\n`);
  return code;
}
