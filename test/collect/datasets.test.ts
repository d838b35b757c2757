import { DefaultAzureCredential } from '@azure/identity';
import { openAzure, type Azure } from '../../src/collect/azure';
import { toBlobContainer } from '../../src/collect/storage/blobContainer';
import { toStorageAccount } from '../../src/collect/storage/storageAccount';
import { toAiAccount } from '../../src/collect/cognitiveservices/aiAccount';
import { toDataAsset } from '../../src/collect/machinelearning/dataAsset';
import { toMlWorkspace } from '../../src/collect/machinelearning/mlWorkspace';
import { loopbackHttpClient } from '../../src/collect/loopback';
import type { Kind, Resource } from '../../src/model/resource';
import { startAzure, type SimulatedAzure } from '../azure/server';
import { makeEstate } from '../azure/estate';
import { blobPlane, openAiFiles, type HeldBlob } from '../azure/builders/blobs';
import { aiAccount } from '../azure/builders/cognitiveServices';
import { datastore, mlWorkspace } from '../azure/builders/machineLearning';
import { storageAccount } from '../azure/builders/storage';
import { dataVersions } from '../azure/builders/trainingData';
import { childOf } from './reader';

const estate = makeEstate({ subscriptions: 1, accounts: 0, workspaces: 0 });
const subscriptionId = String(estate.subscriptions[0]?.['subscriptionId']);
const place = { subscriptionId, group: 'rg-data' };
const [storage, , container] = storageAccount(place, 'stsets', { containers: { data: 'None' } });
const workspace = mlWorkspace(place, 'mlw-sets');
const store = datastore(
  workspace,
  'sets',
  { accountName: 'stsets' },
  {
    properties: { subscriptionId, resourceGroup: 'rg-data' },
  },
);
const digest = '0'.repeat(32);
const dataUri = `azureml://datastores/sets/paths/LocalUpload/${digest}/`;
const [, version = workspace] = dataVersions(workspace, 'claims', [
  { properties: { dataType: 'uri_folder', dataUri } },
]);
const account = aiAccount(place, 'oai-sets');

const jsonl = Array.from({ length: 12 }, (_, at) =>
  JSON.stringify({
    messages: [
      { role: 'user', content: `claim ${at}` },
      { role: 'assistant', content: 'yes' },
    ],
  }),
).join('\n');
const blobs = (changes: Partial<HeldBlob> = {}): HeldBlob[] => [
  { name: `LocalUpload/${digest}/train.jsonl`, content: jsonl, ...changes },
  { name: 'a & <b>.txt', content: 'x' },
  { name: 'zebra/1', content: 'y', lastModified: 'Tue, 24 Nov 2026 03:00:00 GMT' },
];

let server: SimulatedAzure;
let azure: Azure;

beforeAll(async () => {
  const planes = [...blobPlane(storage, 'data', blobs()), ...openAiFiles(account, { 'claims.jsonl': jsonl })];
  server = await startAzure({
    estate: { ...estate, arm: [...estate.arm, storage, container!, workspace, store, version, account], planes },
  });
  Object.assign(process.env, server.env);
  azure = openAzure({
    credential: new DefaultAzureCredential({ httpClient: loopbackHttpClient(server.origin) }),
    cloudName: 'custom',
    armEndpoint: server.armEndpoint,
    graphEndpoint: server.graphEndpoint,
    scopesOfTokens: { arm: `${server.origin}/.default`, graph: `${server.origin}/.default` },
    deadline: Date.now() + 60_000,
    takenAt: '2026-11-24T06:00:00Z',
  });
});
afterAll(() => server.close());

const told = async (id: string): Promise<Record<string, unknown>> => azure.read(id, '2023-05-01');

async function found(kind: Kind, parent: Resource): Promise<readonly Resource[]> {
  const { read, convert } = childOf(kind);
  const made: Resource[] = [];
  for await (const body of read(azure, parent)) {
    const converted = convert(body, parent);
    if (converted) made.push(converted.resource);
  }
  return made;
}

const containerHere = async () => toBlobContainer(await told(container!.id), toStorageAccount(await told(storage.id)));
const assetHere = () => toDataAsset(version, toMlWorkspace(workspace));

test('a container becomes one mark, over pages of which some are empty, and no name is kept', async () => {
  const [print] = await found('datasetFingerprint', await containerHere());
  expect(print).toMatchObject({ of: 'container', blobs: 3, withoutMd5: 0, isWhole: true });
  expect(print).toMatchObject({ days: [{ day: '2026-11-24', blobs: 3, written: 1 }] });
  expect(print).toMatchObject({ contentRoot: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  expect(JSON.stringify(print)).not.toMatch(/zebra|train\.jsonl|<b>/);
  const pages = server.requests.filter(({ url }) => url.includes('comp=list'));
  expect(pages.length).toBe(3);
});

test('a registered version is found through its datastore, and only what lies below its path is marked', async () => {
  const [print] = await found('datasetFingerprint', assetHere());
  expect(print).toMatchObject({ of: 'dataAsset', blobs: 1, bytes: jsonl.length, parentId: version.id.toLowerCase() });
});

test('training files are counted, of an account and of a registered version; their words stay behind', async () => {
  const files = [
    ...(await found('trainingFile', toAiAccount(await told(account.id)))),
    ...(await found('trainingFile', assetHere())),
  ];
  expect(files).toMatchObject([
    { name: 'file-1', rows: 12, badRows: 0, isRead: true, labelCounts: [12], triggersApply: 'unpredictable' },
    { rows: 12, bytes: jsonl.length, isRead: true },
  ]);
  expect(JSON.stringify(files)).not.toMatch(/claim \d|train\.jsonl/);
});

test('a refused listing names the right', async () => {
  server.knobs.denyPlanes = [/\/data$/];
  await expect(found('datasetFingerprint', assetHere())).rejects.toMatchObject({
    permission: 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read',
  });
  server.knobs.denyPlanes = [];
});
