import { condaChannels } from '../../src/collect/machinelearning/condaChannels';
import { HeldAzure, child, childOf, group, readAll, secrets, survey, workspace, workspaceId } from './reader';

const endpoint = child('onlineEndpoint', { id: `${workspaceId}/onlineEndpoints/e` }, workspace);

test('a workspace that says nothing is public, not isolated, and hands out account keys', () => {
  expect(workspace).toMatchObject({
    workspaceKind: 'Default',
    publicNetworkAccess: 'Enabled',
    isolationMode: 'Disabled',
    systemDatastoresAuthMode: 'AccessKey',
    customerManagedKey: false,
    outboundRules: [],
    hubId: '',
    storageAccountId: '',
  });
});

test('a workspace that says all keeps it', () => {
  const full = survey('mlWorkspace', {
    id: workspaceId,
    kind: 'hub',
    identity: { type: 'SystemAssigned,UserAssigned' },
    properties: {
      publicNetworkAccess: 'Disabled',
      managedNetwork: {
        isolationMode: 'allowonlyapprovedoutbound',
        outboundRules: { pypi: { type: 'FQDN', destination: 'pypi.org' }, odd: { type: 'Odd' } },
      },
      hbiWorkspace: true,
      systemDatastoresAuthMode: 'Identity',
      encryption: {
        status: 'Enabled',
        keyVaultProperties: { keyIdentifier: 'https://KV.vault.azure.net/keys/k/0123', keyVaultArmId: 'x' },
      },
      storageAccount: `${group}/STORE`,
      keyVault: `${group}/KV`,
      hubResourceId: `${group}/HUB`,
    },
  });
  expect(full).toMatchObject({
    workspaceKind: 'Hub',
    publicNetworkAccess: 'Disabled',
    isolationMode: 'AllowOnlyApprovedOutbound',
    outboundRules: [
      { name: 'pypi', type: 'FQDN' },
      { name: 'odd', type: 'Odd' },
    ],
    hbiWorkspace: true,
    v1LegacyMode: false,
    systemDatastoresAuthMode: 'Identity',
    customerManagedKey: true,
    keyVaultUri: 'https://kv.vault.azure.net',
    storageAccountId: `${group}/store`.toLowerCase(),
    hubId: `${group}/hub`.toLowerCase(),
  });
});

test('encryption that is Disabled is none, whatever key it names', () => {
  const encryption = { status: 'disabled', keyVaultProperties: { keyIdentifier: 'https://kv/keys/k' } };
  expect(survey('mlWorkspace', { id: workspaceId, properties: { encryption } }).customerManagedKey).toBe(false);
});

test('a registry shows the storage that Microsoft keeps for it', () => {
  const region = (allowBlobPublicAccess: unknown) => ({
    location: 'West US',
    storageAccountDetails: [{ systemCreatedStorageAccount: { allowBlobPublicAccess } }],
  });
  const id = `${group}/providers/Microsoft.MachineLearningServices/registries/R`;
  const registry = survey('mlRegistry', { id, properties: { regionDetails: [region(false), region(true)] } });
  expect(registry).toMatchObject({ regions: ['westus', 'westus'], managedStorageAllowsPublicBlobs: true });
  const closed = { regionDetails: [region('true'), region(null)] };
  expect(survey('mlRegistry', { id, properties: closed }).managedStorageAllowsPublicBlobs).toBe(false);
});

describe('computes', () => {
  const id = `${workspaceId}/computes/c`;
  const compute = (properties: object) => child('compute', { id, properties }, workspace);

  test('an instance that says nothing shares its applications and has no public SSH', () => {
    expect(compute({ computeType: 'computeinstance' })).toMatchObject({
      computeType: 'ComputeInstance',
      applicationSharingPolicy: 'Shared',
      sshPublicAccess: 'Disabled',
      localAuthDisabled: null,
      enableNodePublicIp: null,
      isLatestOsImageVersion: null,
      hasSetupScripts: false,
      hasCustomServices: false,
    });
  });

  test('an instance keeps what rules read, but no script and no variable of a service', () => {
    const found = compute({
      computeType: 'ComputeInstance',
      disableLocalAuth: true,
      properties: {
        vmSize: 'Standard_DS3',
        subnet: { id: '/SUB/NET' },
        applicationSharingPolicy: 'personal',
        sshSettings: { sshPublicAccess: 'Enabled', adminPublicKey: 'plain' },
        setupScripts: { scripts: { startupScript: { scriptSource: 'inline', scriptData: 'plain' } } },
        customServices: [{ environmentVariables: { A: { value: 'plain' } } }],
        osImageMetadata: { isLatestOsImageVersion: false },
        createdBy: { userId: 'OID' },
        lastOperation: { operationTime: '2026-01-01T00:00:00Z' },
        state: 'Running',
      },
    });
    expect(found).toMatchObject({
      localAuthDisabled: true,
      subnetId: '/sub/net',
      applicationSharingPolicy: 'Personal',
      sshPublicAccess: 'Enabled',
      hasSetupScripts: true,
      hasCustomServices: true,
      isLatestOsImageVersion: false,
      createdByObjectId: 'oid',
      lastOperationAt: '2026-01-01T00:00:00.000Z',
      state: 'Running',
    });
    expect(JSON.stringify(found)).not.toContain('plain');
  });

  test('a cluster has nodes, an attached cluster a resource, and neither has sharing', () => {
    const cluster = compute({
      computeType: 'AmlCompute',
      properties: { scaleSettings: { minNodeCount: 0, maxNodeCount: 4 }, remoteLoginPortPublicAccess: 'notspecified' },
    });
    expect(cluster).toMatchObject({ minNodeCount: 0, maxNodeCount: 4, remoteLoginPortPublicAccess: 'NotSpecified' });
    expect([cluster.applicationSharingPolicy, cluster.sshPublicAccess]).toEqual(['', '']);
    const attached = compute({ computeType: 'AKS', resourceId: '/X/AKS', properties: { agentVmSize: 'D4' } });
    expect(attached).toMatchObject({ attachedResourceId: '/x/aks', vmSize: 'D4' });
  });
});

test('a datastore names account, container and kind of credential, never the credential', () => {
  const properties = {
    datastoreType: 'AzureDataLakeGen2',
    credentials: { credentialsType: 'sas', secrets: { sasToken: 'plain' } },
    accountName: 'stor',
    filesystem: 'fs',
    isDefault: true,
  };
  const datastore = child('datastore', { id: `${workspaceId}/datastores/d`, properties }, workspace);
  expect(datastore).toMatchObject({
    credentialsType: 'Sas',
    containerName: 'fs',
    endpointSuffix: 'core.windows.net',
    isDefault: true,
  });
  expect(JSON.stringify(datastore)).not.toContain('plain');
});

test('endpoints keep their way of signing in and drop their keys', () => {
  const properties = { authMode: 'aadtoken', keys: { primaryKey: 'plain' } };
  const online = child('onlineEndpoint', { id: endpoint.id, properties }, workspace);
  expect(online).toMatchObject({ kind: 'onlineEndpoint', authMode: 'AADToken', publicNetworkAccess: 'Enabled' });
  expect(JSON.stringify(online)).not.toContain('plain');
  const serverless = child(
    'serverlessEndpoint',
    {
      id: `${workspaceId}/serverlessEndpoints/s`,
      properties: {
        authMode: 'Key',
        contentSafety: { contentSafetyStatus: 'disabled' },
        modelSettings: { modelId: 'azureml://registries/azureml-meta/models/Llama' },
      },
    },
    workspace,
  );
  expect(serverless).toMatchObject({
    contentSafetyStatus: 'Disabled',
    modelId: 'azureml://registries/azureml-meta/models/Llama',
  });
  expect(child('batchEndpoint', { id: `${workspaceId}/batchEndpoints/b` }, workspace).kind).toBe('batchEndpoint');
});

test('a deployment names its variables and where one holds a secret, never a value', () => {
  const found = child(
    'onlineDeployment',
    {
      id: `${endpoint.id}/deployments/blue`,
      properties: {
        model: 'azureml://M',
        environmentVariables: {
          OPENAI_API_KEY: secrets.azureAiKey,
          SEARCH_KEY: '0123456789abcdef0123456789abcdef',
          keyVersion: '0123456789abcdef0123456789abcdef',
          MODE: 'plain',
          LATER: '${{secrets.x}}',
          ODD: 7,
        },
      },
    },
    endpoint,
  );
  expect(found).toMatchObject({
    parentId: endpoint.id,
    model: 'azureml://m',
    egressPublicNetworkAccess: 'Enabled',
    appInsightsEnabled: false,
    environmentVariableNames: ['LATER', 'MODE', 'ODD', 'OPENAI_API_KEY', 'SEARCH_KEY', 'keyVersion'],
    exposedSecrets: [
      { place: 'environmentVariables[OPENAI_API_KEY]', secretKind: 'azureAiKey' },
      { place: 'environmentVariables[SEARCH_KEY]', secretKind: 'hexKey' },
    ],
  });
  expect(JSON.stringify(found)).not.toMatch(/plain|0123456789|aaaaaaaa/);
});

test('a batch deployment names its model by asset id', () => {
  const id = `${workspaceId}/batchEndpoints/b/deployments/d`;
  const properties = { model: { referenceType: 'Id', assetId: 'azureml:M:1' }, resources: { instanceType: 'D2' } };
  expect(child('batchDeployment', { id, properties }, endpoint)).toMatchObject({
    model: 'azureml:m:1',
    instanceType: 'D2',
  });
});

describe('assets', () => {
  const model = (n: number) => ({ id: `${workspaceId}/models/M${n}` });
  const versions = (n: number, count: number) => ({
    [`${model(n).id}/versions`.toLowerCase()]: Array.from({ length: count }, (_, v) => ({
      id: `${model(n).id}/versions/${count - v}`,
    })),
  });

  test('the newest three versions of each model are read, newest first', async () => {
    const azure = new HeldAzure({
      [`${workspace.id}/models`]: [model(1), model(2)],
      ...versions(1, 5),
      ...versions(2, 1),
    });
    const rows = await readAll('modelVersion', azure, workspace);
    const found = rows.map((row) => child('modelVersion', row, workspace));
    expect(found.map(({ modelName, version }) => `${modelName}:${version}`)).toEqual(['M1:5', 'M1:4', 'M1:3', 'M2:1']);
    expect(azure.asked[1]).toBe(`${model(1).id}/versions?$orderBy=createdtime%20desc&$top=3 2025-12-01`);
    expect(rows.flatMap((row) => childOf('modelVersion').convert(row, workspace)?.gaps ?? [])).toEqual([]);
  });

  test.each([
    [50, 0],
    [51, 1],
  ])('%s models leave %s gap', async (count, gaps) => {
    const models = Array.from({ length: count }, (_, n) => model(n));
    const lists = Object.assign(
      { [`${workspace.id}/models`]: models },
      ...models.map((_, n) => versions(n, 1)),
    ) as Record<string, object[]>;
    const rows = await readAll('modelVersion', new HeldAzure(lists as never), workspace);
    expect(rows).toHaveLength(50);
    const found = rows.flatMap((row) => childOf('modelVersion').convert(row, workspace)?.gaps ?? []);
    expect(found).toHaveLength(gaps);
    if (gaps) expect(found[0]).toMatchObject({ reason: 'bounded', kind: 'modelVersion', scope: workspace.id });
  });

  test('a model version loses the query of its URI', () => {
    const properties = {
      modelUri: `https://s.blob.core.windows.net/m?${secrets.sas}`,
      flavors: { b: {}, a: {} },
      isArchived: true,
    };
    expect(child('modelVersion', { id: `${model(1).id}/versions/2`, properties }, workspace)).toMatchObject({
      version: '2',
      modelUri: 'https://s.blob.core.windows.net/m',
      flavors: ['a', 'b'],
      isArchived: true,
    });
  });

  test('an environment keeps image, digest and channels of its conda file', () => {
    const condaFile = `name: x\nchannels:\n  - conda-forge # main\n  - https://u:${secrets.openAiKey}@conda.contoso.com/t/tok-1/feed\ndependencies:\n  - pip\n`;
    const properties = { image: 'mcr.microsoft.com/a:1@sha256:0f', condaFile };
    const found = child(
      'environmentVersion',
      { id: `${workspaceId}/environments/E/versions/3`, properties },
      workspace,
    );
    expect(found).toMatchObject({
      environmentName: 'E',
      version: '3',
      image: 'mcr.microsoft.com/a:1@sha256:0f',
      condaChannels: ['conda-forge', 'https://conda.contoso.com/t/-/feed'],
    });
    expect(found.condaDigest).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ['channels: [conda-forge, "defaults"]', ['conda-forge', 'defaults']],
    ['{"name": "x", "channels": ["a", "b"], "dependencies": ["c"]}', ['a', 'b']],
    ['channels:\n- a\n# note\n\n- b\ndependencies:\n- c', ['a', 'b']],
    ['dependencies:\n- c', []],
    ['', []],
  ])('channels of %j are %j', (file, expected) => {
    expect(condaChannels(file)).toEqual(expected);
  });
});
