import { audit } from '../../src/audit';
import { readSettings } from '../../src/config';
import { shadowReport } from '../../src/evaluate';
import type { ShadowReport } from '../../src/model/shadowReport';
import type { Run } from '../../src/model/run';
import { openWorld, type World } from '../../src/world';
import { demoEstate } from '../azure/estate';
import { startAzure, type SimulatedAzure } from '../azure/server';

jest.setTimeout(60_000);

let azure: SimulatedAzure;
let world: World;

async function open(optIn: readonly string[], graphDenied: RegExp[] = []): Promise<void> {
  azure = await startAzure({ estate: demoEstate(), knobs: { argQuota: null, graphDenied } });
  Object.assign(process.env, azure.env);
  const settings = readSettings({ ...azure.env, AISPM_STORAGE: '', AISPM_CONFIG: JSON.stringify({ optIn }) });
  const now = (): string => '2026-11-23T06:00:00.000Z';
  world = await openWorld(settings, { forget: true, now, sleep: () => Promise.resolve() });
}
afterEach(async () => {
  await world.close();
  await azure.close();
});

async function run(): Promise<Run> {
  const { header } = await audit(world, { scopes: [], trigger: 'timer', dueAt: '2026-11-23T06:00:00.000Z' });
  const made = await world.store.loadRun(header.id);
  if (!made) throw new Error('the run was not kept');
  return made;
}

const told = (made: Run): ShadowReport => shadowReport(made, world.settings.policy);
const aboutConsents = ({ findings }: Run) =>
  findings
    .filter(({ ruleId }) => ruleId === 'shadow-ai-consented-apps')
    .map(({ status, severity }) => `${status} ${severity}`);
const consentGaps = ({ coverage }: Run) =>
  coverage.flatMap(({ gaps }) => gaps).filter(({ kind }) => kind === 'consentedApp');
const consentReads = (): readonly string[] =>
  azure.requests
    .map(({ url }) => url)
    .filter((url) => /\/v1\.0\/servicePrincipals(?:\?|.*Grants|.*Assignments)/.test(url));

test('the demo tells its machine, its backend and the consent to Claude; Tomcat, payroll and managed gateways are none', async () => {
  await open(['consentedApps']);
  const made = await run();
  const outside = told(made).workloads.filter(({ confidence }) => confidence !== 'none');
  expect(outside.map(({ name, confidence }) => `${name}: ${confidence}`).sort()).toEqual([
    'Claude: confirmed',
    'openai-direct: confirmed',
    'vm-ollama: confirmed',
  ]);
  expect(aboutConsents(made)).toEqual(['fail medium']);
  expect(made.findings.find(({ ruleId }) => ruleId === 'shadow-ai-consented-apps')?.evidence).toContain('Mail.Read');
});

test('both keys of the demo are told with what they open, one of them dead, and no value is', async () => {
  await open([]);
  const made = await run();
  expect(
    told(made).secrets.map(({ name, secretKind, bornMonth, opensId, dead }) => ({
      ...{ name, secretKind, bornMonth, dead },
      opens: opensId.replace(/^.*\//, ''),
    })),
  ).toEqual([
    { name: 'ca-damage-photos', secretKind: 'azureAiKey', bornMonth: '2026-01', dead: false, opens: 'claims-test' },
    { name: 'ca-onboarding', secretKind: 'azureAiKey', bornMonth: '2026-01', dead: true, opens: 'claims-prod' },
  ]);
  expect(JSON.stringify(made)).not.toMatch(/a{40}|b{40}|JQQJ99/);
});

test('without the opt-in no list of applications is asked, kept or missed', async () => {
  await open([]);
  const made = await run();
  expect(consentReads()).toEqual([]);
  expect(made.resources.filter(({ kind }) => kind === 'consentedApp')).toEqual([]);
  expect(consentGaps(made)).toEqual([]);
  expect(aboutConsents(made)).toEqual([]);
});

test('consents that may not be read are unknown, never a pass', async () => {
  await open(['consentedApps'], [/oauth2PermissionGrants/]);
  const made = await run();
  expect(aboutConsents(made)).toEqual(['unknown high']);
  expect(consentGaps(made)).toMatchObject([{ property: 'scopes', permission: 'Microsoft Graph Directory.Read.All' }]);
});
