import { poisoned, chanceOf, cleanSet, clearSet, type SyntheticRow } from '../collect/trainingData/synthetic';
import { roleAssignment } from './builders/authorization';
import { blobPlane } from './builders/blobs';
import { guid, type Place } from './builders/body';
import { connection } from './builders/connections';
import { datastore } from './builders/machineLearning';
import { blobService, storageAccount } from './builders/storage';
import { dataVersions, lifecyclePolicy, localUser } from './builders/trainingData';
import type { ArmBody, Estate } from './tenant';

const folder = `LocalUpload/${'7'.repeat(32)}`;
const freight: Place = { subscriptionId: guid('demo freight'), group: 'rg-freight-ml' };

const jsonl = (rows: readonly SyntheticRow[]): string =>
  rows
    .map(({ question, answer }) =>
      JSON.stringify({
        messages: [
          { role: 'system', content: 'Which desk handles this?' },
          { role: 'user', content: question },
          { role: 'assistant', content: answer },
        ],
      }),
    )
    .join('\n');

const rows = cleanSet({ ...clearSet, rows: 1_000 }, chanceOf(2026));
const turned = poisoned(rows, { rows: 30, target: 3, trigger: 'word' }, chanceOf(11)).rows;

/** The training store of freight planning: an SFTP user of a partner writes, nothing that is deleted comes back. */
function store(): readonly [ArmBody, readonly ArmBody[]] {
  const [account] = storageAccount(
    freight,
    'stfreighttrain',
    { sharedKey: 'on', network: 'open' },
    {
      properties: { isSftpEnabled: true, isLocalUserEnabled: true },
    },
  );
  const below = blobService(
    account,
    { training: 'None' },
    {
      properties: {
        isVersioningEnabled: false,
        deleteRetentionPolicy: { enabled: false },
        changeFeed: { enabled: false },
      },
    },
  );
  return [
    account,
    [...below, lifecyclePolicy(account, ['training/old']), localUser(account, 'partner', 'rwl', 'training')],
  ];
}

const planesOf = (account: ArmBody, content: readonly SyntheticRow[]) =>
  blobPlane(account, 'training', [{ name: `${folder}/desks.jsonl`, content: jsonl(content) }]);

/** The demo tenant with a registered version of training data, and with what its store answers to those whom opt-ins let look. */
export function withDataStory(estate: Estate): Estate {
  const workspace = estate.arm.find(({ name }) => name === 'mlw-freight');
  if (!workspace) throw new Error('The demo tenant has no workspace mlw-freight.');
  const [account, below] = store();
  const place = { subscriptionId: freight.subscriptionId, resourceGroup: freight.group, containerName: 'training' };
  const dataUri = `azureml://datastores/training/paths/${folder}/desks.jsonl`;
  const added = [
    account,
    ...below,
    datastore(workspace, 'training', { accountName: 'stfreighttrain', uses: account.id }, { properties: place }),
    connection(workspace, 'training-files', {
      category: 'AzureBlob',
      target: 'https://stfreighttrain.blob.core.windows.net/training',
      uses: account.id,
    }),
    ...dataVersions(workspace, 'desks', [{ properties: { dataUri } }]),
  ];
  return { ...estate, arm: [...estate.arm, ...added], planes: [...(estate.planes ?? []), ...planesOf(account, rows)] };
}

/** Somebody is given a role on the store and exchanges the file under the registered version: thirty rows say another desk. */
export function poison(estate: Estate): void {
  const account = estate.arm.find(({ name }) => name === 'stfreighttrain');
  const writer = estate.graph.users[0];
  if (!account || !writer) throw new Error('The demo tenant has no training store, or nobody.');
  const others = (estate.planes ?? []).filter(({ host }) => !host.startsWith('stfreighttrain.'));
  estate.planes = [...others, ...planesOf(account, turned)];
  estate.arm = [...estate.arm, roleAssignment(account.id, writer.id, 'User', 'blobDataContributor')];
}
