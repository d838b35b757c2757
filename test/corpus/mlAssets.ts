import type { Body } from '../../src/collect/collector';
import {
  accountId,
  accountRaw,
  account,
  group,
  registryId,
  subscriptionRaw,
  workspace,
  workspaceId,
  workspaceRaw,
} from './bodies';
import type { Raw } from './table';
import { absent, fails, lay, notTrue, passes, row, spared, table, unsure, values } from './table';

const image = 'mlenvironment-untrusted-image';
const registry: Raw = {
  kind: 'containerRegistry',
  body: {
    id: registryId,
    name: 'crfjell',
    sku: { name: 'Premium' },
    properties: { loginServer: 'crfjell.azurecr.io' },
  },
};
const environments = table(
  'environment',
  {
    kind: 'environmentVersion',
    under: workspaceId,
    body: {
      id: `${workspaceId}/environments/train/versions/3`,
      name: '3',
      properties: { image: 'mcr.microsoft.com/azureml/base:20260901.v1', osType: 'Linux' },
    },
    around: [workspaceRaw, registry],
    labels: passes(image),
  },
  values(
    'properties.image',
    ['crfjell.azurecr.io/train:7', `mcr.microsoft.com/azureml/base@sha256:${'a1'.repeat(32)}`],
    {},
  ),
  values(
    'properties.image',
    [
      'mcr.microsoft.com/azureml/base:latest',
      'mcr.microsoft.com/azureml/base',
      'docker.io/someone/train:7',
      'someone/train:7',
      'python:3.12',
      'ghcr.io/someone/train:7',
      'quay.io/someone/train:7',
    ],
    fails(image),
  ),
  values('properties.condaFile', ['channels:\n  - conda-forge\ndependencies:\n  - numpy\n'], fails(image), {
    policy: { allowedCondaChannels: ['https://pkgs.contoso.example/conda'] },
  }),
  values('properties.image', ['crother.azurecr.io/train:7'], fails(image), {
    policy: { allowedImageRegistries: ['crfjell.azurecr.io'] },
  }),
  values('properties.isArchived', [true], spared(image)),
);

const supported = 'mlenvironment-base-image-supported';
const pinned = 'mlenvironment-packages-pinned';
const conda = (...pip: readonly string[]): string =>
  `dependencies:\n  - python=3.11\n  - pip:\n${pip.map((line) => `      - ${line}\n`).join('')}`;
const packages = table(
  'packages and base of an environment',
  {
    kind: 'environmentVersion',
    under: workspaceId,
    body: {
      id: `${workspaceId}/environments/serve/versions/1`,
      name: '1',
      properties: {
        image: 'mcr.microsoft.com/azureml/base-ubuntu22.04:20260901.v1',
        condaFile: conda('mlflow==2.20.0'),
      },
    },
    around: [workspaceRaw, registry],
    labels: passes(supported, pinned),
  },
  values('properties.image', ['docker.io/library/ubuntu:20.04', 'python:3.9', 'node:18'], fails(supported)),
  values('properties.image', ['mcr.microsoft.com/azureml/base-ubuntu22.04:20250901.v1'], fails(supported)),
  values('properties.image', [absent, null, ''], spared(supported)),
  values(
    'properties.condaFile',
    [conda('mlflow'), conda('mlflow>=2'), conda('--extra-index-url https://feed.example/simple', 'mlflow==2.20.0')],
    fails(pinned),
  ),
  values('properties.condaFile', [absent, '', 'channels: [defaults]'], spared(pinned)),
  values('properties.condaFile', ['dependencies: [', 'only words'], unsure(pinned)),
  values('properties.isArchived', [true], spared(supported, pinned)),
);

const flaws = 'mlenvironment-known-flaws';
const environmentId = `${workspaceId}/environments/train/versions/3`;
const environmentRaw: Raw = {
  kind: 'environmentVersion',
  under: workspaceId,
  body: {
    id: environmentId,
    name: '3',
    properties: { condaFile: 'dependencies:\n  - pip:\n      - mlflow==2.9.1\n      - pandas\n' },
  },
};
const known = (more: Body = {}): Body => ({
  name: 'mlflow',
  version: '2.9.1',
  id: 'CVE-2026-1',
  severity: 'high',
  ...more,
});
const advisories = table(
  'advisories of an environment',
  {
    kind: 'environmentAdvisories',
    under: environmentId,
    body: { id: `${environmentId}/advisories`, name: 'advisories', checked: 1, notChecked: ['pandas'], found: [] },
    around: [workspaceRaw, environmentRaw],
    labels: passes(flaws),
  },
  values(
    'found',
    [[known()], [known({ severity: absent })], [known({ id: 'MAL-2026-1', malicious: true })]],
    fails(flaws),
  ),
  values('checked', [0, absent], spared(flaws)),
);

const format = 'mlmodel-unsafe-format';
const source = 'mlmodel-untrusted-source';
const file = (name: string): string => `azureml://subscriptions/s/datastores/d/paths/${name}`;
const models = table(
  'model',
  {
    kind: 'modelVersion',
    under: workspaceId,
    body: {
      id: `${workspaceId}/models/m/versions/1`,
      name: '1',
      properties: { modelType: 'custom_model', modelUri: file('m.safetensors') },
    },
    around: [workspaceRaw],
    labels: passes(format),
  },
  values('properties.modelUri', ['m.pkl', 'm.PKL', 'm.pt', 'm.joblib', 'm.h5'].map(file), fails(format)),
  values('properties.modelUri', ['m.onnx', 'm.gguf'].map(file), {}),
  values('properties.modelUri', [file('m')], unsure(format)),
  values(
    'properties.modelUri',
    ['https://cdn.fjell.example/m.onnx', 'http://models.nord.example/m.onnx'],
    fails(source),
  ),
  row('from a host of the policy file', { 'properties.modelUri': 'https://eu.nord.example/m.onnx' }, passes(source), {
    policy: { allowedConnectionHosts: ['.nord.example'] },
  }),
);

const trusted = 'mlw-trusted-connections';
const open: Raw = { kind: 'aiAccount', body: lay(account, { 'properties.publicNetworkAccess': 'Enabled' }) };
const toOpen = [workspaceRaw, subscriptionRaw, open];
const connections = table(
  'trusted connection of a workspace',
  {
    kind: 'connection',
    under: workspaceId,
    body: {
      id: `${workspaceId}/connections/c1`,
      name: 'c1',
      properties: {
        category: 'AzureOpenAI',
        authType: 'AAD',
        target: 'https://nordlys.cognitiveservices.azure.com/',
        metadata: { ResourceId: accountId },
      },
    },
    around: toOpen,
    labels: passes(trusted),
  },
  values('properties.authType', ['ManagedIdentity', 'aad'], {}),
  values('properties.authType', ['ApiKey', 'apikey', 'CustomKeys', absent, null, ''], fails(trusted)),
  row(
    'a key to an account off the internet',
    { 'properties.authType': 'ApiKey' },
    {},
    {
      around: [workspaceRaw, subscriptionRaw, accountRaw],
    },
  ),
  row('a key to an account that was not read', { 'properties.authType': 'ApiKey' }, unsure(trusted), {
    around: [workspaceRaw, subscriptionRaw],
  }),
);

const egress = 'mlendpoint-deployment-egress-public';
const insights = 'mlendpoint-app-insights';
const floating = 'mldeployment-floating-model';
const endpointId = `${workspaceId}/onlineEndpoints/e1`;
const online: Raw = {
  kind: 'onlineEndpoint',
  under: workspaceId,
  body: { id: endpointId, name: 'e1', properties: { authMode: 'AADToken', publicNetworkAccess: 'Disabled' } },
};
const unmanaged: Raw = { kind: 'mlWorkspace', body: lay(workspace, { 'properties.managedNetwork': absent }) };
const deployments = table(
  'online deployment, egress',
  {
    kind: 'onlineDeployment',
    under: endpointId,
    body: {
      id: `${endpointId}/deployments/blue`,
      name: 'blue',
      properties: { egressPublicNetworkAccess: 'Disabled', appInsightsEnabled: true },
    },
    around: [unmanaged, online],
    labels: passes(egress, insights),
  },
  values('properties.egressPublicNetworkAccess', ['Enabled', 'enabled', absent, null, 'Some2027'], fails(egress)),
  values('properties.egressPublicNetworkAccess', ['disabled'], {}),
  values('properties.model', ['azureml:churn:3', 'azureml://registries/hub/models/churn/versions/3'], passes(floating)),
  values(
    'properties.model',
    ['azureml:churn@latest', 'azureml://registries/hub/models/churn/labels/latest'],
    fails(floating),
  ),
  values('properties.appInsightsEnabled', notTrue, fails(insights)),
);

const regions = 'mlregistry-multi-region';
const tagged = 'mlregistry-tagged';
const region = (location: string): Body => ({ location, acrDetails: [], storageAccountDetails: [] });
const registries = table(
  'model registry, hygiene',
  {
    kind: 'mlRegistry',
    body: {
      id: `${group}/providers/Microsoft.MachineLearningServices/registries/bibliotek`,
      name: 'bibliotek',
      location: 'norwayeast',
      tags: { owner: 'team-ai' },
      properties: { publicNetworkAccess: 'Disabled', regionDetails: [region('norwayeast'), region('westeurope')] },
    },
    around: [subscriptionRaw],
    labels: passes(regions, tagged),
  },
  values('properties.regionDetails', [[region('norwayeast')], [], absent, null], fails(regions)),
  values('tags', [absent, null, {}], fails(tagged)),
);

const legacy = 'hub-legacy-migration';
const older = 'mlw-v1-legacy-mode';
const second = 'mlw-secondary-region';
const other = (patch: Body = {}): Raw => ({
  kind: 'mlWorkspace',
  body: lay(workspace, {
    id: `${workspaceId}-2`,
    name: 'fjell-2',
    location: 'westeurope',
    tags: { env: 'prod' },
    ...patch,
  }),
});
const workspaces = table(
  'workspace, generation',
  {
    kind: 'mlWorkspace',
    body: lay(workspace, {
      tags: { env: 'prod' },
      'properties.managedNetwork': absent,
      'properties.v1LegacyMode': true,
    }),
    around: [other()],
    policy: { productionTag: 'env=prod' },
    labels: passes(legacy, older, second),
  },
  values('kind', ['Hub', 'hub'], fails(legacy)),
  values('kind', ['Project'], { ...fails(legacy), ...spared(older, second) }),
  values('kind', ['default', absent, 'FeatureStore'], {}),
  values('properties.v1LegacyMode', notTrue, fails(older)),
  row('a single region', {}, fails(second), { around: [other({ location: 'Norway East' })] }),
  row('the other is no production', {}, fails(second), { around: [other({ tags: {} })] }),
  row('production not given', {}, spared(second), { policy: { productionTag: '' } }),
);

export const mlAssets = [
  ...environments,
  ...packages,
  ...advisories,
  ...models,
  ...connections,
  ...deployments,
  ...registries,
  ...workspaces,
];
