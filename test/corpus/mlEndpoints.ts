import type { Body } from '../../src/collect/collector';
import { workspaceId, workspaceRaw } from './bodies';
import type { Raw } from './table';
import { absent, closed, fails, open, passes, row, spared, table, values } from './table';

const body = (path: string, properties: Body): Body => ({
  id: `${workspaceId}/${path}`,
  name: path.slice(path.lastIndexOf('/') + 1),
  location: 'norwayeast',
  identity: { type: 'SystemAssigned' },
  properties: { provisioningState: 'Succeeded', ...properties },
});

const onlineAuth = 'mlendpoint-online-no-key-auth';
const onlinePublic = 'mlendpoint-online-public';
const online: Raw = {
  kind: 'onlineEndpoint',
  under: workspaceId,
  body: body('onlineEndpoints/e1', { authMode: 'AADToken', publicNetworkAccess: 'Disabled' }),
};
const onlineEndpoints = table(
  'online endpoint',
  { ...online, around: [workspaceRaw], labels: passes(onlineAuth, onlinePublic) },
  values(
    'properties.authMode',
    ['Key', 'key', 'AMLToken', 'amltoken', absent, null, '', 'Token2027', 1],
    fails(onlineAuth),
  ),
  values('properties.authMode', ['aadtoken', 'AADTOKEN'], {}),
  values('properties.publicNetworkAccess', open, fails(onlinePublic)),
  values('properties.publicNetworkAccess', closed, {}),
);

const batchAuth = 'mlendpoint-batch-key-auth';
const batchEndpoints = table(
  'batch endpoint',
  {
    kind: 'batchEndpoint',
    under: workspaceId,
    body: body('batchEndpoints/b1', { authMode: 'AADToken' }),
    around: [workspaceRaw],
    labels: passes(batchAuth),
  },
  values('properties.authMode', ['Key', 'key', 'KEY'], fails(batchAuth)),
  values('properties.authMode', ['aadToken', 'AADToken'], {}),
);

const serverlessAuth = 'mlendpoint-serverless-no-key-auth';
const safety = 'mlendpoint-serverless-content-safety';
const serverless = table(
  'serverless endpoint',
  {
    kind: 'serverlessEndpoint',
    under: workspaceId,
    body: body('serverlessEndpoints/s1', {
      authMode: 'AAD',
      modelSettings: { modelId: 'azureml://registries/azureml-meta/models/Llama-3.3-70B-Instruct' },
      contentSafety: { contentSafetyStatus: 'Enabled' },
    }),
    around: [workspaceRaw],
    labels: passes(serverlessAuth, safety),
  },
  values('properties.authMode', ['Key', 'KeyAndAAD', 'keyandaad', 'Token2027'], fails(serverlessAuth)),
  values('properties.authMode', ['aad', 'Aad'], {}),
  values(
    'properties.contentSafety',
    [
      absent,
      null,
      {},
      { contentSafetyStatus: 'Disabled' },
      { contentSafetyStatus: 'disabled' },
      { contentSafetyStatus: null },
      { contentSafetyStatus: true },
      'Enabled',
    ],
    fails(safety),
  ),
  values('properties.contentSafety', [{ contentSafetyStatus: 'enabled' }], {}),
);

const registryOnly = 'mldeployment-allowed-registry-only';
const approvedModels = 'mldeployment-approved-registry-models';
const allowed = 'azureml://registries/bibliotek/models/churn/versions/3';
const deployments = table(
  'online deployment',
  {
    kind: 'onlineDeployment',
    under: `${workspaceId}/onlineEndpoints/e1`,
    body: body('onlineEndpoints/e1/deployments/blue', {
      endpointComputeType: 'Managed',
      model: allowed,
      instanceType: 'Standard_DS3_v2',
    }),
    around: [workspaceRaw, online],
    policy: { allowedRegistries: ['bibliotek'], allowedModels: ['azureml://registries/bibliotek/models/churn'] },
    labels: passes(registryOnly, approvedModels),
  },
  values(
    'properties.model',
    [allowed.toUpperCase().replace('AZUREML', 'azureml'), 'azureml://registries/bibliotek/models/churn/versions/9'],
    {},
  ),
  values(
    'properties.model',
    [
      'azureml://registries/HuggingFace/models/gpt2/versions/1',
      'azureml://registries/azureml-meta/models/Llama-2/versions/1',
      'azureml://registries/bibliotek-evil/models/churn/versions/1',
    ],
    fails(registryOnly, approvedModels),
  ),
  values('properties.model', ['azureml://registries/bibliotek/models/churn-v2/versions/1'], fails(approvedModels)),
  values(
    'properties.model',
    [`${workspaceId}/models/mine/versions/1`, absent, null, ''],
    spared(registryOnly, approvedModels),
  ),
  row(
    'no allow list at all',
    { 'properties.model': 'azureml://registries/HuggingFace/models/gpt2/versions/1' },
    spared(registryOnly, approvedModels),
    {
      policy: { allowedRegistries: [], allowedModels: [] },
    },
  ),
  row('a restricted model of an allowed registry', {}, fails(registryOnly), {
    policy: { restrictedModels: ['azureml://registries/bibliotek/models/churn'] },
  }),
);

export const mlEndpoints = [...onlineEndpoints, ...batchEndpoints, ...serverless, ...deployments];
