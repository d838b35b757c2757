import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Drift } from '../../src/model/drift';
import type { Run } from '../../src/model/run';
import rules from '../../src/rules';
import { change, demoDeniedSubscription, demoEstate } from '../azure/estate';
import { startAzure, type SimulatedAzure } from '../azure/server';
import { buildApp, type BuiltApp } from './app';
import { runCommand, startCommand, type Ended, type Env } from './processes';

jest.setTimeout(120_000);

let app: BuiltApp;
let azure: SimulatedAzure;
let folder: string;
const outputs: string[] = [];

async function aispm(args: readonly string[], env: Env = {}): Promise<Ended> {
  const ended = await runCommand(app, args, { ...azure.env, ...env }, folder);
  outputs.push(ended.stdout, ended.stderr);
  return ended;
}

const idOf = (name: string): string => azure.estate.arm.find((body) => body.name === name)!.id;
const lastLine = ({ stderr }: Ended): string => stderr.trimEnd().split('\n').at(-1) ?? '';
const runIdOf = (ended: Ended): string => /Run (\S+)\.$/.exec(lastLine(ended))?.[1] ?? '';

beforeAll(async () => {
  app = buildApp();
  folder = mkdtempSync(join(tmpdir(), 'aispm-cli-'));
  azure = await startAzure({ estate: demoEstate() });
});

afterAll(async () => {
  await azure.close();
  rmSync(folder, { recursive: true, force: true });
  app.remove();
});

// One history in the folder's .aispm/: the tests follow each other as a user's commands do.
describe('aispm audit, then aispm drift', () => {
  let first: Ended;
  let second: Ended;

  it('audits: the table on standard output, progress and the ending on standard error', async () => {
    first = await aispm(['audit'], { NO_COLOR: '1' });
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(/^Coverage +6 of 6 subscriptions read\./);
    expect(first.stdout).toMatch(/\nChanged +nothing to compare with: this is the baseline\./);
    expect(first.stdout).not.toMatch(/exit code|requests/);
    expect(first.stderr).toMatch(/^\d\d:\d\d:\d\d plan: 6 subscriptions, \d+ requests\n/);
    expect(lastLine(first)).toMatch(/^Everything was read, so exit code 0\. Run \S+\.$/);
    expect(existsSync(join(folder, '.aispm'))).toBe(true);
  });

  it('compares with the run before, shows the faults as JSON alone, and fails on what it was told to', async () => {
    azure.estate.arm = change(azure.estate, [{ edit: 'enableLocalAuth', id: idOf('oai-shared') }]).arm;
    azure.reindex();
    second = await aispm(['audit', '--format', 'json', '--fail-on', 'high']);
    const run = JSON.parse(second.stdout) as Run;
    const high = run.findings.filter(({ status, severity }) => status === 'fail' && severity === 'high').length;
    expect(run.drift.from).toBe(runIdOf(first));
    expect(run.drift.changes.map(({ kind, resourceId }) => [kind, resourceId])).toContainEqual([
      'opened',
      idOf('oai-shared').toLowerCase(),
    ]);
    expect(second.code).toBe(1);
    expect(lastLine(second)).toBe(`${high} findings at or above high, so exit code 1. Run ${run.id}.`);
    expect(azure.cards).toHaveLength(2);
  });

  it('tells the drift again, of the last run and between any two', async () => {
    const last = await aispm(['drift']);
    expect(last.code).toBe(0);
    expect(last.stdout).toMatch(/oai-shared/);
    const between = await aispm(['drift', '--from', runIdOf(first), '--to', runIdOf(second), '--format', 'json']);
    const drift = JSON.parse(between.stdout) as Drift;
    expect(drift.from).toBe(runIdOf(first));
    expect(drift.changes.flatMap(({ findings }) => findings.map(({ ruleId }) => ruleId))).toContain(
      'aiservices-local-auth-disabled',
    );
    const none = await aispm(['drift', '--from', 'nope']);
    expect(none.code).toBe(3);
    expect(none.stderr).toContain(runIdOf(second));
  });

  it('keeps nothing and tells nobody with --no-store, and narrows to a management group', async () => {
    azure.knobs.denySubscriptions.add(demoDeniedSubscription);
    const denied = await aispm(['audit', '--no-store', '--scope', 'mg-halden', '--format', 'json']);
    const run = JSON.parse(denied.stdout) as Run;
    expect(denied.code).toBe(2);
    expect(lastLine(denied)).toMatch(/^Partial coverage, so exit code 2\./);
    expect(run.coverage.filter(({ state }) => state === 'notRead').map(({ unit }) => unit)).toEqual([
      demoDeniedSubscription,
    ]);
    expect(run.coverage.filter(({ state }) => state === 'read')).toHaveLength(5);
    expect(azure.cards).toHaveLength(2);
    expect((await aispm(['drift', '--to', run.id])).code).toBe(3);
  });

  it('says both when findings fail it and coverage is partial', async () => {
    const file = join(folder, 'report.md');
    const ended = await aispm(['audit', '--no-store', '--fail-on', 'high', '--format', 'md', '--out', file]);
    azure.knobs.denySubscriptions.clear();
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(lastLine(ended)).toMatch(/^\d+ findings at or above high, and coverage is partial, so exit code 1\./);
    expect(readFileSync(file, 'utf8')).toMatch(/^# .*\n\n\*\*Coverage:\*\* 5 of 6 subscriptions read, 1 not read/);
  });
});

describe('a wrong call ends with 3 and a word that mends it', () => {
  it.each([
    ['an unknown option', ['audit', '--bogus'], {}, /unknown option '--bogus'/],
    ['an unknown command', ['audti'], {}, /Did you mean audit\?/],
    ['a severity that is none', ['audit', '--fail-on', 'hgh'], {}, /critical, high, medium, low, info/],
    ['a scope that is none', ['audit', '--scope', '/subscriptions/x'], {}, /^--scope: '\/subscriptions\/x' is no/],
    ['a group that is not there', ['audit', '--scope', 'mg-typo'], {}, /^--scope: Management group 'mg-typo' cannot/],
    ['a file nobody can write', ['audit', '--out', 'no/such/folder/run.json'], {}, /^--out: cannot write/],
    ['a setting of an unknown name', ['audit'], { AISPM_SCOPE: 'x' }, /^AISPM_SCOPE: .*mean AISPM_SCOPES\?/],
    ['an unknown rule', ['rules', 'aiservices-local-auth'], {}, /mean aiservices-local-auth-disabled\?/],
    ['a port that is none', ['serve', '--port', 'x'], {}, /^--port: 'x'/],
  ])('%s', async (_, args, env, words) => {
    const before = azure.cards.length;
    const { code, stdout, stderr } = await aispm(args, env);
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(azure.cards).toHaveLength(before);
  });
});

describe('an audit that cannot sign in', () => {
  it('has failed: 4, one clear line, nothing kept and no card', async () => {
    const down = { IDENTITY_ENDPOINT: 'http://127.0.0.1:9/msi/token' };
    const before = azure.cards.length;
    const { code, stdout, stderr } = await aispm(['audit'], down);
    expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
    expect(stderr.trimEnd()).toMatch(/^Sign-in failed, no token for http:\/\/127\.0\.0\.1:\d+\. .{10,400}$/);
    expect(azure.cards).toHaveLength(before);
    expect((await aispm(['drift'])).stdout).toMatch(/oai-shared/);
  });
});

describe('aispm rules', () => {
  it('lists all rules, explains one, and gives both as JSON', async () => {
    const [list, one, json] = await Promise.all([
      aispm(['rules']),
      aispm(['rules', 'aiservices-local-auth-disabled']),
      aispm(['rules', '--format', 'json']),
    ]);
    expect(list.stdout.trimEnd().split('\n')).toHaveLength(rules.length + 1);
    expect(one.stdout).toMatch(/^aiservices-local-auth-disabled .*\n[^]*\nWhy +\S[^]*\nFix +\S[^]*\nControls +\S/);
    expect((JSON.parse(json.stdout) as { id: string }[]).map(({ id }) => id).sort()).toEqual(
      rules.map(({ id }) => id).sort(),
    );
  });
});

describe('aispm exceptions', () => {
  const until = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const rule = 'aiservices-local-auth-disabled';
  const idIn = ({ stdout }: Ended): string => stdout.split(' ')[0] ?? '';
  const statusesOf = async (): Promise<string[]> => {
    const { stdout } = await aispm(['report', '--format', 'json']);
    const { findings } = JSON.parse(stdout) as Run;
    return findings.filter((one) => one.ruleId === rule && one.status !== 'pass').map(({ status }) => status);
  };

  it('accepts a risk until a day, shows it in reports, and takes it back', async () => {
    const before = await statusesOf();
    const added = await aispm([
      'exceptions',
      'add',
      '--rule',
      rule,
      '--reason',
      'partners',
      '--owner',
      'ai',
      '--until',
      until,
    ]);
    expect([added.code, added.stdout]).toEqual([0, expect.stringContaining('active')]);
    expect(before).toContain('fail');
    expect(new Set(await statusesOf())).toEqual(new Set(['excepted', ...before.filter((one) => one !== 'fail')]));
    expect((await aispm(['exceptions'])).stdout).toContain(rule);
    expect((await aispm(['exceptions', 'remove', idIn(added)])).stdout).toContain('withdrawn');
    expect(await statusesOf()).toEqual(before);
  });

  it('approves the changes of a run', async () => {
    const { changes } = JSON.parse((await aispm(['drift', '--format', 'json'])).stdout) as Drift;
    expect(changes.length).toBeGreaterThan(0);
    const { code, stdout } = await aispm(['exceptions', 'approve', 'all', '--reason', 'planned']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('approval')]);
  });

  it('refuses what it cannot keep, with every problem and exit code 3', async () => {
    const { code, stderr } = await aispm([
      'exceptions',
      'add',
      '--rule',
      'aiservices-local-auth',
      '--reason',
      'because',
    ]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/Did you mean 'aiservices-local-auth-disabled'[^]*needs an end[^]*somebody who answers/);
    expect((await aispm(['exceptions', 'remove', 'd-none'])).code).toBe(3);
  });
});

describe('aispm doctor', () => {
  it('finds nothing to mend in a tenant in good health, and all functions of the app', async () => {
    const { code, stdout } = await aispm(['doctor']);
    expect(stdout).not.toMatch(/[✗?]/);
    expect(stdout).toContain(`${app.functions.length} of ${app.functions.length}`);
    expect(code).toBe(0);
  });

  it('names the role that is missing in a subscription', async () => {
    azure.knobs.denySubscriptions.add(demoDeniedSubscription);
    const { code, stdout } = await aispm(['doctor']);
    azure.knobs.denySubscriptions.clear();
    expect(stdout).toMatch(new RegExp(`\\? Halden Finance \\(${demoDeniedSubscription}\\).*Reader`));
    expect(code).toBe(2);
  });

  it('flags an identity that may do more than an auditor needs', async () => {
    const before = azure.knobs.permissions;
    azure.knobs.permissions = [{ actions: ['*'], notActions: [], dataActions: [], notDataActions: [] }];
    const { code, stdout } = await aispm(['doctor']);
    azure.knobs.permissions = before;
    expect(stdout).toMatch(/✗ Halden Claims .*more than an auditor needs: .*listKeys\/action/);
    expect(code).toBe(4);
  });
});

describe('aispm serve', () => {
  it('answers on loopback and ends with 0 when it is asked to stop', async () => {
    const { child, ended, firstLine } = startCommand(app, ['serve', '--port', '0'], azure.env, folder);
    const origin = await firstLine;
    expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api$/);
    const health = (await (await fetch(`${origin}/health`)).json()) as { lastRun: string };
    child.kill('SIGTERM');
    const { code, stderr } = await ended;
    outputs.push(stderr);
    expect(health.lastRun).toMatch(/^\d{4}-/);
    expect(stderr).toContain(`${app.functions.length} functions loaded`);
    expect(code).toBe(0);
  });
});

describe('names that would repaint a terminal', () => {
  it('reach it without their control characters', async () => {
    const evil = '\u001b[2J\u001b]0;owned\u0007\u202egnp';
    const subscription = azure.estate.subscriptions.find((body) => body['displayName'] === 'Halden Claims')!;
    subscription['displayName'] = `Claims${evil}`;
    azure.knobs.denySubscriptions.add(subscription.id.split('/')[2]!.toLowerCase());
    azure.reindex();
    const [table, doctor] = await Promise.all([aispm(['audit', '--no-store']), aispm(['doctor'])]);
    azure.knobs.denySubscriptions.clear();
    expect(table.stdout).toContain('Claims [2J');
    expect(doctor.stdout).toContain('Claims [2J');
  });
});

describe('over all of these commands', () => {
  it('nothing but line feeds steers the terminal, and no secret is printed', () => {
    const all = outputs.join('');
    expect(all.length).toBeGreaterThan(100_000);
    expect(/[^\n\P{Cc}]|[\u202a-\u202e\u2066-\u2069]/u.exec(all)?.[0]).toBeUndefined();
    const key = new URL(azure.webhookUrl).searchParams.get('sig')!;
    expect(all.includes(key)).toBe(false);
    expect(all).not.toMatch(/AccountKey=/);
  });

  it('Azure was only read', () => {
    expect(azure.requests.filter(({ violation }) => violation)).toEqual([]);
  });
});
