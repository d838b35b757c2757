import { dataUsesIn, placeOf } from '../../src/model/dataUse';
import { gradeOf } from '../../src/model/recoverability';
import type { Resource } from '../../src/model/resource';
import { safe } from '../kit/safe';

const storage = safe('storageAccount');
const host = storage.hosts[0] ?? '';
const workspace = safe('mlWorkspace', { storageAccountId: '' });
const datastore = safe('datastore', { name: 'Lake', accountName: host.split('.')[0] ?? '', containerName: 'training' });
const project = safe('project');
const told = (...resources: readonly Resource[]) =>
  dataUsesIn([storage, ...resources]).map(({ by, store, container, role }) => ({ by, store, container, role }));

test.each([
  ['azureml://datastores/d/paths/a/b.csv', { datastore: 'd', path: 'a/b.csv' }],
  ['azureml://subscriptions/s/resourcegroups/rg/workspaces/w/datastores/d/paths/a/', { datastore: 'd', path: 'a/' }],
  [
    'azureml://subscriptions/s/resourcegroups/rg/providers/Microsoft.MachineLearningServices/workspaces/w/datastores/d/paths/x',
    { datastore: 'd', path: 'x' },
  ],
  ['https://St.blob.core.windows.net/c/p/q', { host: 'st.blob.core.windows.net', container: 'c', path: 'p/q' }],
  ['https://st.blob.core.windows.net', {}],
  ['adl://lake/x', {}],
  ['', {}],
])('%s leads to %j', (path, place) => {
  expect(placeOf(path)).toEqual({ datastore: '', host: '', container: '', path: '', ...place });
});

test('a workspace learns from its datastores and data assets; code, runs and models are artefacts', () => {
  const byName = safe('dataAsset', { path: 'azureml://datastores/lake/paths/a.csv' });
  const byHost = safe('dataAsset', {
    id: '/x',
    path: `https://${host}/sets/a`,
    referencedPaths: ['https://other.example/c/x'],
  });
  const home = { ...workspace, storageAccountId: storage.id };
  const artefacts = { ...datastore, id: '/y', name: 'workspaceartifactstore', containerName: 'azureml' };
  const by = workspace.id;
  expect(told(home, datastore, artefacts, byName, byHost)).toEqual([
    { by, store: storage.id, container: '', role: 'artefacts' },
    { by, store: storage.id, container: 'training', role: 'training' },
    { by, store: storage.id, container: 'azureml', role: 'artefacts' },
    { by, store: storage.id, container: 'training', role: 'training' },
    { by, store: storage.id, container: 'sets', role: 'training' },
    { by, store: '', container: 'c', role: 'training' },
  ]);
});

test('an archived asset, and a connection to no store, use nothing', () => {
  const keys = safe('connection', { category: 'CustomKeys', targetHost: host, targetResourceId: '' });
  expect(told(safe('dataAsset', { path: `https://${host}/c/a`, isArchived: true }), keys)).toEqual([]);
});

test('a project is grounded on its connections; the one that its capability host keeps threads in holds prompts', () => {
  const connection = (name: string, category: string, targetResourceId: string) =>
    safe('connection', {
      id: `${project.id}/connections/${name}`,
      name,
      category,
      targetResourceId,
      targetHost: '',
      parentId: project.id,
    });
  const cosmos = safe('cosmosAccount');
  const hosted = safe('capabilityHost', { parentId: project.id, threadStorageConnections: ['Threads'] });
  const files = connection('files', 'AzureBlob', storage.id);
  const threads = connection('threads', 'CosmosDb', cosmos.id);
  const gone = connection('gone', 'AzureBlob', '/not/there');
  expect(told(cosmos, hosted, files, threads, gone)).toEqual([
    { by: project.id, store: storage.id, container: '', role: 'grounding' },
    { by: project.id, store: cosmos.id, container: '', role: 'prompts' },
    { by: project.id, store: '', container: '', role: 'grounding' },
  ]);
});

test('storage of its own teaches an account; a search service is filled through its private links', () => {
  const account = safe('aiAccount', { userOwnedStorage: [storage.id] });
  const link = (resourceId: string) => ({ name: 'l', status: 'Approved', resourceId });
  const search = safe('searchService', { sharedPrivateLinks: [link(storage.id), link('/elsewhere')] });
  expect(told(account, search)).toEqual([
    { by: account.id, store: storage.id, container: '', role: 'training' },
    { by: search.id, store: storage.id, container: '', role: 'grounding' },
  ]);
});

describe('recoverability', () => {
  const service = safe('blobService');
  const none = { ...service, isVersioningEnabled: false, deleteRetentionDays: 0, changeFeedEnabled: false };
  const open = safe('blobContainer', { immutability: 'Unlocked' });
  const locked = safe('blobContainer');

  test.each([
    ['versions, 30 days and a change feed', service, [open], 'A'],
    ['every container locked', none, [locked, locked], 'A'],
    ['one container not locked', none, [locked, open], 'D'],
    ['29 days', { ...service, deleteRetentionDays: 29 }, [open], 'B'],
    ['a bin that may be emptied', { ...service, allowPermanentDelete: true }, [open], 'B'],
    ['no change feed', { ...service, changeFeedEnabled: false }, [open], 'B'],
    ['versions alone', { ...none, isVersioningEnabled: true }, [], 'B'],
    ['seven days alone', { ...none, deleteRetentionDays: 7 }, [], 'B'],
    ['six days alone', { ...none, deleteRetentionDays: 6 }, [], 'C'],
    ['nothing', none, [], 'D'],
  ] as const)('%s: %s %s %s', (_, held, containers, grade) => {
    expect(gradeOf(held, containers)).toBe(grade);
  });
});
