import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoEstate } from '../azure/estate';
import { startAzure, type SimulatedAzure } from '../azure/server';
import { buildApp, type BuiltApp } from './app';
import { runCommand, type Ended } from './processes';

jest.setTimeout(120_000);

let app: BuiltApp;
let azure: SimulatedAzure;
let folder: string;
let audited: Ended;
const aispm = (...args: readonly string[]): Promise<Ended> => runCommand(app, args, azure.env, folder);

beforeAll(async () => {
  app = buildApp();
  folder = mkdtempSync(join(tmpdir(), 'aispm-report-'));
  azure = await startAzure({ estate: demoEstate() });
  audited = await aispm('audit');
});
afterAll(async () => {
  await azure.close();
  rmSync(folder, { recursive: true, force: true });
  app.remove();
});

it('prints the last run as audit did with its data stores below, and asks Azure nothing', async () => {
  const asked = azure.requests.length;
  const { code, stdout } = await aispm('report');
  expect({ code, same: stdout.startsWith(audited.stdout), asked: azure.requests.length }).toEqual({
    ...{ code: 0, same: true, asked },
  });
  expect(stdout.slice(audited.stdout.length)).toContain('Training and grounding data');
});

it('writes it as a file for other tools, the same one each time', async () => {
  const once = await aispm('report', '--format', 'sarif');
  const { runs } = JSON.parse(once.stdout) as { runs: readonly { results: readonly unknown[] }[] };
  expect(once.code).toBe(0);
  expect(runs[0]!.results.length).toBeGreaterThan(100);
  expect((await aispm('report', '--format', 'sarif')).stdout).toBe(once.stdout);
});

it('holds it against a framework, into a file too', async () => {
  const file = join(folder, 'act.json');
  const { code } = await aispm('report', '--framework', 'eu-ai-act', '--format', 'json', '--out', file);
  const { controls, score } = JSON.parse(readFileSync(file, 'utf8')) as {
    score: number;
    controls: { id: string; state: string; fail: number; open: unknown[] }[];
  };
  expect(code).toBe(0);
  expect(score).toBeLessThan(100);
  expect(controls.find(({ id }) => id === '14')?.state).toBe('noRule');
  const weak = controls.find(({ id }) => id === '15.5');
  expect(weak).toMatchObject({ state: 'notMet' });
  expect(weak?.open).toHaveLength(weak?.fail ?? 0);
});

it.each([
  [['report', '--framework', 'eu-ai'], "no 'eu-ai'. Did you mean eu-ai-act?"],
  [['report', '--framework', 'owasp-llm-2027'], 'Did you mean owasp-llm-202'],
  [['report', '--run', 'nope'], "There is no run 'nope'."],
  [['report', '--shadow', '--format', 'junit'], 'junit is for the run as a whole. Use one of table, json, md.'],
  [['report', '--format', 'html'], 'table, json, sarif, ocsf, cyclonedx, csv, junit, md'],
])('%j is a wrong call', async (args, told) => {
  const { code, stderr } = await aispm(...args);
  expect({ code, told: stderr.includes(told) }).toEqual({ code: 3, told: true });
});

it('tells the filters of each deployment, category by category', async () => {
  const { code, stdout } = await aispm('report', '--output-handling', '--format', 'json');
  const { deployments } = JSON.parse(stdout) as {
    deployments: {
      name: string;
      guardrail: string;
      rows: { filter: string; effective: string; meetsDefault: string }[];
    }[];
  };
  expect(code).toBe(0);
  const lax = deployments.find(({ guardrail }) => guardrail === 'anything-goes');
  expect(lax?.rows.find(({ filter }) => filter === 'Jailbreak/prompt')).toMatchObject({
    effective: 'off',
    meetsDefault: 'no',
  });
  const both = await aispm('report', '--output-handling', '--framework', 'mcsb');
  expect({ code: both.code, told: both.stderr.includes('Give either') }).toEqual({ code: 3, told: true });
});

describe('access', () => {
  interface Standing {
    readonly ability: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly eligible: number;
    readonly holders: readonly { readonly name: string; readonly answer: string; readonly flags: readonly string[] }[];
  }
  const standingOf = async (resource: string, ability: string): Promise<Standing> => {
    const { stdout, code } = await aispm('access', resource, '--ability', ability, '--format', 'json');
    expect(code).toBe(0);
    const { resources } = JSON.parse(stdout) as { resources: readonly { abilities: readonly Standing[] }[] };
    expect(resources.map(({ abilities }) => abilities.map((one) => one.ability))).toEqual([[ability]]);
    return resources[0]!.abilities[0]!;
  };

  it('says who can list keys: a guest by a role, an owner above by inheritance', async () => {
    expect(await standingOf('claims-test', 'model.keys')).toMatchObject({
      counts: { users: 1, guests: 1, servicePrincipals: 0 },
      eligible: 1,
      holders: [
        { name: 'Maren Holt', answer: 'yes', flags: ['inherited'] },
        { name: 'Pavel Novak', answer: 'yes', flags: [] },
        { name: 'Tomas Bergqvist', answer: 'no', flags: ['eligible'] },
      ],
    });
  });

  it('lets a deny assignment win', async () => {
    const { counts, holders } = await standingOf('claims-prod', 'model.keys');
    expect(Object.values(counts).every((count) => count === 0)).toBe(true);
    expect(holders.map(({ flags }) => flags)).toContainEqual(['denied']);
  });

  it('is a page of all resources, and of what roles give', async () => {
    const page = await aispm('access');
    expect(page.stdout).toMatch(
      /AI account hr-assist .*\n(?:.*\n)*? {2}model\.call +can call the model: .*1 application/,
    );
    const roles = await aispm('access', '--abilities', '--format', 'md');
    expect(roles.stdout).toMatch(/\| model\.keys \| list the keys of the account \|.*Foundry User/);
  });

  it.each([
    [['access', 'nothing-of-that-name'], "no resource 'nothing-of-that-name'"],
    [['access', '--ability', 'model.key'], 'Did you mean model.keys?'],
  ])('%j is a wrong call', async (args, says) => {
    expect(await aispm(...args)).toMatchObject({ code: 3, stderr: expect.stringContaining(says) as string });
  });
});
