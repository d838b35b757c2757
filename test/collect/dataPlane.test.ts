import { DefaultAzureCredential } from '@azure/identity';
import { openAzure, type Azure } from '../../src/collect/azure';
import { collectorsFor } from '../../src/collect';
import { loopbackHttpClient } from '../../src/collect/loopback';
import { optIns } from '../../src/model/optIn';
import { startAzure, type SimulatedAzure } from '../azure/server';
import type { PlaneDocument } from '../azure/planes';
import { makeEstate } from '../azure/estate';

const host = 'claims.services.ai.azure.com';
const audience = 'https://ai.azure.com';
const right = 'Microsoft.CognitiveServices/accounts/AIServices/agents/read';
const plane = (path: string, more: Partial<PlaneDocument>): PlaneDocument => ({ host, audience, right, path, ...more });

const planes = [
  plane('/one', { json: { id: 'one' } }),
  plane('/linked', { rows: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] }),
  plane('/cursor', { rows: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], cursor: true }),
  plane('/text', { text: '<EnumerationResults/>' }),
  plane('/endless', { text: (call) => JSON.stringify({ data: [], has_more: true, last_id: call.url ? 'x' : '' }) }),
];

let server: SimulatedAzure;
let azure: Azure;
let root: string;

beforeAll(async () => {
  server = await startAzure({
    estate: { ...makeEstate({ subscriptions: 1, accounts: 1, workspaces: 0 }), planes },
    knobs: { pageSize: 2 },
  });
  azure = open('custom');
  root = `${server.origin}/planes/${host}`;
});
afterAll(() => server.close());

function open(cloudName: string): Azure {
  Object.assign(process.env, server.env);
  const credential = new DefaultAzureCredential({ httpClient: loopbackHttpClient(server.origin) });
  return openAzure({
    credential,
    cloudName,
    armEndpoint: server.armEndpoint,
    graphEndpoint: server.graphEndpoint,
    scopesOfTokens: { arm: `${server.origin}/.default`, graph: `${server.origin}/.default` },
    deadline: Date.now() + 60_000,
  });
}

async function idsOf(rows: AsyncGenerator<Readonly<Record<string, unknown>>>): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const row of rows) found.push(row['id']);
  return found;
}

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no failure',
    (error: unknown) => error,
  );

describe('a data plane', () => {
  test('is read with a token of its own audience, as JSON, by link, by cursor and as text', async () => {
    const foundry = azure.plane('foundry');
    expect(await foundry.read(`${root}/one`)).toEqual({ id: 'one' });
    expect(await idsOf(foundry.list(`${root}/linked`))).toEqual(['a', 'b', 'c']);
    expect(await idsOf(foundry.listByCursor(`${root}/cursor`))).toEqual(['a', 'b', 'c']);
    expect(await foundry.text(`${root}/text`)).toBe('<EnumerationResults/>');
  });

  test('refuses tokens of another audience, and the read ends', async () => {
    expect(await failure(azure.plane('search').read(`${root}/one`))).toMatchObject({ kind: 'failed' });
  });

  test('names the data action that is missing', async () => {
    server.knobs.denyPlanes = [/\/one$/];
    expect(await failure(azure.plane('foundry').read(`${root}/one`))).toMatchObject({
      kind: 'forbidden',
      permission: right,
    });
    server.knobs.denyPlanes = [];
  });

  test('a cursor that leads nowhere is an error, not an end', async () => {
    expect(await failure(idsOf(azure.plane('foundry').listByCursor(`${root}/endless`)))).toMatchObject({
      kind: 'failed',
    });
  });

  test.each([
    ['public', 'https://claims.services.ai.azure.com.example.org/one'],
    ['public', 'http://claims.services.ai.azure.com/one'],
    ['public', 'http://127.0.0.1:1/one'],
    ['custom', 'https://claims.services.ai.azure.com/one'],
    ['public', 'no address'],
  ])('in the %s cloud no token is sent to %s', async (cloud, url) => {
    const before = server.requests.length;
    expect(await failure(open(cloud).plane('foundry').read(url))).toMatchObject({ kind: 'failed' });
    expect(server.requests).toHaveLength(before);
  });
});

test('without an opt-in no collector that needs one is there; with all of them none is left out', () => {
  const off = collectorsFor([]);
  expect([...off.survey, ...off.children].filter(({ optIn }) => optIn !== undefined)).toEqual([]);
  expect(collectorsFor(optIns).switchedOff).toEqual([]);
});
