import { HeldAzure, child, childOf, readAll, secrets, storage, storageId, workspace, workspaceId } from './reader';

const assetId = `${workspaceId}/data/Set/versions/4`;
const asset = (properties: object) => child('dataAsset', { id: assetId, properties }, workspace);

describe('data assets', () => {
  test('one that says nothing points nowhere and is live', () => {
    expect(child('dataAsset', { id: assetId }, workspace)).toMatchObject({
      parentId: workspace.id,
      assetName: 'Set',
      version: '4',
      dataType: '',
      path: '',
      referencedPaths: [],
      isArchived: false,
    });
  });

  test.each([
    ['azureml://datastores/Lake/paths/Train/a.csv', 'azureml://datastores/Lake/paths/Train/a.csv'],
    [`https://st.blob.core.windows.net/c/a.csv?${secrets.sas}`, 'https://st.blob.core.windows.net/c/a.csv'],
    ['wasbs://train@st.blob.core.windows.net/a/b', 'https://st.blob.core.windows.net/train/a/b'],
    ['abfss://fs@st.dfs.core.windows.net/a', 'https://st.dfs.core.windows.net/fs/a'],
    ['https://user:pass@example.org/a', 'https://example.org/a'],
    [7, ''],
  ])('%s is kept as %s', (dataUri, path) => {
    expect(asset({ dataUri }).path).toBe(path);
  });

  test('an mltable keeps the paths that it names, sorted and without signatures', () => {
    const referencedUris = [
      `https://b.blob.core.windows.net/c/x?${secrets.sas}`,
      'abfss://a@s.dfs.core.windows.net/y',
      3,
    ];
    expect(asset({ dataType: 'MLTABLE', referencedUris, isArchived: true })).toMatchObject({
      dataType: 'mltable',
      referencedPaths: ['https://b.blob.core.windows.net/c/x', 'https://s.dfs.core.windows.net/a/y'],
      isArchived: true,
    });
  });

  test('the newest three versions of each are read', async () => {
    const set = { id: `${workspaceId}/data/Set` };
    const versions = [5, 4, 3, 2].map((n) => ({ id: `${set.id}/versions/${n}` }));
    const azure = new HeldAzure({
      [`${workspace.id}/data`]: [set],
      [`${set.id}/versions`.toLowerCase()]: versions,
    });
    const rows = await readAll('dataAsset', azure, workspace);
    expect(rows.map(({ id }) => id)).toEqual(versions.slice(0, 3).map(({ id }) => id));
    expect(azure.asked[0]).toBe(`${workspace.id}/data 2025-12-01`);
  });
});

describe('lifecycle policies', () => {
  const id = `${storageId}/managementPolicies/default`;
  const rule = (name: string, actions: object, filters?: object, enabled?: boolean) => ({
    name,
    enabled,
    definition: { actions, filters },
  });
  const deletes = { delete: { daysAfterModificationGreaterThan: 30 } };

  test('one that says nothing deletes nothing', async () => {
    const azure = new HeldAzure({ [id.toLowerCase()]: [{ id }] });
    const [row = {}] = await readAll('lifecyclePolicy', azure, storage);
    expect(child('lifecyclePolicy', row, storage)).toMatchObject({ parentId: storage.id, deletions: [] });
  });

  test('rules that delete are kept: with their prefixes, in all layers, and where nothing says that they are off', () => {
    const rules = [
      rule('all', { baseBlob: deletes, snapshot: { tierToCool: { daysAfterCreationGreaterThan: 1 } } }),
      rule('some', { version: deletes, snapshot: deletes }, { prefixMatch: ['logs/b', 'logs/a'] }, true),
      rule('tiers', { baseBlob: { tierToCool: { daysAfterModificationGreaterThan: 9 } } }, {}, true),
      rule('off', { baseBlob: deletes }, {}, false),
    ];
    expect(child('lifecyclePolicy', { id, properties: { policy: { rules } } }, storage).deletions).toEqual([
      { rule: 'all', prefixes: [], deletes: ['baseBlob'] },
      { rule: 'some', prefixes: ['logs/a', 'logs/b'], deletes: ['snapshot', 'version'] },
    ]);
  });
});

describe('local users', () => {
  const id = `${storageId}/localUsers/partner`;

  test('they are asked for only where the account has them', () => {
    const applies = (isLocalUserEnabled: boolean) =>
      childOf('storageLocalUser').applies?.({ ...storage, isLocalUserEnabled });
    expect([applies(true), applies(false)]).toEqual([true, false]);
  });

  test('what one may do where, without its keys', () => {
    expect(child('storageLocalUser', { id }, storage)).toMatchObject({ scopes: [], hasPassword: false });
    const properties = {
      permissionScopes: [{ permissions: 'RWL', service: 'Blob', resourceName: 'training' }],
      hasSshPassword: true,
      sshAuthorizedKeys: [{ key: 'ssh-rsa plain' }],
      sid: 'S-1-2-0-1',
    };
    const found = child('storageLocalUser', { id, properties }, storage);
    expect(found).toMatchObject({
      scopes: [{ service: 'blob', container: 'training', permissions: 'rwl' }],
      hasPassword: true,
    });
    expect(JSON.stringify(found)).not.toMatch(/plain|S-1-2/);
  });
});

test('what protects blobs from being erased and changed', () => {
  const service = `${storageId}/blobServices/default`;
  const bare = child('blobService', { id: service }, storage);
  expect(bare).toMatchObject({ allowPermanentDelete: false });
  const properties = {
    deleteRetentionPolicy: { enabled: true, days: 7, allowPermanentDelete: true },
  };
  expect(child('blobService', { id: service, properties }, storage)).toMatchObject({
    allowPermanentDelete: true,
  });
});

test.each([
  [{}, 'None'],
  [{ hasImmutabilityPolicy: false }, 'None'],
  [{ hasImmutabilityPolicy: true }, 'Unrecognised'],
  [{ hasImmutabilityPolicy: true, immutabilityPolicy: { properties: { state: 'locked' } } }, 'Locked'],
  [{ hasImmutabilityPolicy: true, immutabilityPolicy: { properties: { state: 'Unlocked' } } }, 'Unlocked'],
  [{ hasImmutabilityPolicy: true, immutabilityPolicy: { properties: { state: 'Melted' } } }, 'Unrecognised'],
])('the policy of a container with %j is %s', (properties, expected) => {
  const id = `${storageId}/blobServices/default/containers/c`;
  expect(child('blobContainer', { id, properties }, storage).immutability).toBe(expected);
});
