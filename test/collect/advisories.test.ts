import { DefaultAzureCredential } from '@azure/identity';
import { openAzure, type Azure } from '../../src/collect/azure';
import type { AskedPackage } from '../../src/collect/collector';
import { loopbackHttpClient } from '../../src/collect/loopback';
import { assertRead } from '../../src/collect/readOnly';
import { makeEstate } from '../azure/estate';
import type { OsvEntry } from '../azure/osv';
import { startAzure, type SimulatedAzure } from '../azure/server';
import { child, childOf, workspace, workspaceId } from './reader';

/** Pins with a published flaw each; the ids are made up. */
const pins = [
  'mlflow 2.9.1',
  'torch 1.13.0',
  'transformers 4.29.0',
  'numpy 1.21.0',
  'pillow 9.5.0',
  'requests 2.30.0',
  'urllib3 1.26.15',
  'cryptography 41.0.0',
  'jinja2 3.1.2',
  'gradio 4.0.0',
  'langchain 0.0.300',
  'ray 2.8.0',
  'tensorflow 2.11.0',
  'aiohttp 3.8.4',
  'onnx 1.14.0',
].map((pin): AskedPackage => ({ name: pin.split(' ')[0]!, version: pin.split(' ')[1]! }));
const fixed = pins.map(({ name }) => ({ name, version: '99.0.0' }));

const entry = (id: string, { name, version }: AskedPackage, more: Partial<OsvEntry> = {}): OsvEntry => ({
  id,
  name,
  versions: [version],
  aliases: [`CVE-2026-${id.slice(-4)}`],
  severity: 'HIGH',
  ...more,
});
const mlflow = pins[0]!;
const osv = [
  ...pins.map((pin, index) => entry(`GHSA-${1000 + index}`, pin)),
  // Three pages of one package: two names of one flaw, one taken back, one of unknown weight.
  entry('PYSEC-1000', mlflow, { severity: undefined, aliases: ['CVE-2026-1000'] }),
  entry('GHSA-2000', mlflow, { withdrawn: '2026-02-01T00:00:00Z' }),
  entry('GHSA-2001', mlflow, { severity: 'MODERATE' }),
  entry('GHSA-2002', mlflow, { severity: undefined, aliases: [] }),
  entry('MAL-3000', { name: 'reqeusts', version: '1.0' }, { aliases: [] }),
];

let server: SimulatedAzure;
let azure: Azure;
beforeAll(async () => {
  const estate = makeEstate({ subscriptions: 1, accounts: 0, workspaces: 0 });
  server = await startAzure({ estate: { ...estate, osv } });
  Object.assign(process.env, server.env);
  azure = openAzure({
    credential: new DefaultAzureCredential({ httpClient: loopbackHttpClient(server.origin) }),
    cloudName: 'custom',
    armEndpoint: server.armEndpoint,
    graphEndpoint: server.graphEndpoint,
    scopesOfTokens: { arm: `${server.origin}/.default`, graph: `${server.origin}/.default` },
    advisoryUrl: `${server.origin}/osv`,
    deadline: Date.now() + 60_000,
  });
});
afterAll(() => server.close());

const look = (packages: readonly AskedPackage[]) => azure.advisories!(packages);

test('finds each of fifteen vulnerable pins, and nothing on the same packages in fixed versions', async () => {
  const found = new Set((await look(pins)).map(({ name, version }) => `${name} ${version}`));
  const clean = await look(fixed);
  console.log(
    `advisories, n = ${pins.length} pins: ${found.size} found; n = ${fixed.length} fixed: ${clean.length} found`,
  );
  expect(found.size).toBe(15);
  expect(clean).toEqual([]);
});

test('takes answers in the order of the questions, reads every page, and leaves out what was taken back', async () => {
  const found = await look([fixed[0]!, mlflow, pins[1]!]);
  expect(found.filter(({ name }) => name === 'mlflow').map(({ id, severity }) => `${id} ${severity}`)).toEqual([
    'CVE-2026-1000 high',
    'CVE-2026-1000 notTold',
    'CVE-2026-2001 medium',
    'GHSA-2002 notTold',
  ]);
  expect(found.filter(({ name }) => name === 'torch')).toHaveLength(1);
});

test('asks no more than a thousand at once', async () => {
  const many = Array.from({ length: 1500 }, (_, index) => ({ name: `p${index}`, version: '1.0' }));
  expect(await look([...many, mlflow])).toHaveLength(4);
});

test('an environment has each flaw once, and says what was not looked up', async () => {
  const condaFile =
    'dependencies:\n  - numpy=1.21.0\n  - scipy\n  - pip:\n      - mlflow==2.9.1\n      - reqeusts==1.0\n';
  const id = `${workspaceId}/environments/e/versions/1`;
  const environment = child('environmentVersion', { id, properties: { condaFile } }, workspace);
  const { applies, read, optIn } = childOf('environmentAdvisories');
  expect(optIn).toBe('advisories');
  expect(applies?.(environment)).toBe(true);
  for await (const body of read(azure, environment)) {
    const made = child('environmentAdvisories', body, environment);
    expect(made).toMatchObject({ checked: 3, notChecked: ['scipy'], parentId: environment.id });
    expect(made.advisories.map((one) => `${one.package} ${one.id} ${one.severity} ${one.malicious}`)).toEqual([
      'mlflow CVE-2026-1000 high false',
      'mlflow CVE-2026-2001 medium false',
      'mlflow GHSA-2002 notTold false',
      'numpy CVE-2026-1003 high false',
      'reqeusts MAL-3000 high true',
    ]);
  }
});

test('a server that refuses the question is a failure, and the one post is allowed with the opt-in alone', async () => {
  const refusing = { ...mlflow, name: 'x'.repeat(3) };
  await expect(look([{ ...refusing, version: '1.0' }])).resolves.toEqual([]);
  const post = 'https://api.osv.dev/v1/querybatch';
  expect(() => assertRead('POST', post, '{}', ['advisories'])).not.toThrow();
  expect(() => assertRead('POST', post, '{}')).toThrow();
  expect(() => assertRead('POST', 'https://api.osv.dev/v1/query', '{}', ['advisories'])).toThrow();
});

test('the simulated server answers 400 to what the real one refuses', async () => {
  const ask = async (queries: readonly object[]) =>
    (await fetch(`${server.origin}/osv/v1/querybatch`, { method: 'POST', body: JSON.stringify({ queries }) })).status;
  const one = { package: { name: 'a', ecosystem: 'PyPI' }, version: '1' };
  expect(await ask([one])).toBe(200);
  expect(await ask([{ ...one, package: { name: 'a', ecosystem: 'pypi' } }])).toBe(400);
  expect(await ask(Array.from({ length: 1001 }, () => one))).toBe(400);
});
