import { rightsOf, type Ability } from './ability';

const cs = rightsOf('control', 'Microsoft.CognitiveServices/accounts');
const csData = rightsOf('data', 'Microsoft.CognitiveServices/accounts');
const ml = rightsOf('control', 'Microsoft.MachineLearningServices');
const search = rightsOf('control', 'Microsoft.Search/searchServices');
const store = rightsOf('control', 'Microsoft.Storage/storageAccounts');
const vault = rightsOf('control', 'Microsoft.KeyVault/vaults');
const insights = rightsOf('control', 'Microsoft.Insights');
const account = 'microsoft.cognitiveservices/accounts';
const project = 'microsoft.cognitiveservices/accounts/projects';
const workspace = 'microsoft.machinelearningservices/workspaces';
const onlineEndpoint = 'microsoft.machinelearningservices/workspaces/onlineendpoints';
const serverlessEndpoint = 'microsoft.machinelearningservices/workspaces/serverlessendpoints';
const searchService = 'microsoft.search/searchservices';
const storageAccount = 'microsoft.storage/storageaccounts';
const keyVault = 'microsoft.keyvault/vaults';

/** What can be done to AI accounts, Foundry projects and ML workspaces. */
export const aiAbilities = {
  'model.call': {
    does: 'call the model',
    on: {
      [account]: csData(
        'OpenAI/deployments/chat/completions/action',
        'OpenAI/responses/write',
        'MaaS/chat/completions/action',
      ),
      [project]: csData('AIServices/responses/write'),
    },
  },
  'model.keys': { does: 'list the keys of the account', on: { [account]: cs('listKeys/action') } },
  'model.rotate': {
    does: 'make new keys of the account and see them',
    on: { [account]: cs('regenerateKey/action') },
  },
  'model.configure': {
    does: 'change keys, network, storage and identity of the account',
    on: { [account]: cs('write') },
  },
  'model.deploy': { does: 'deploy a model', on: { [account]: cs('deployments/write') } },
  'model.guardrail': { does: 'change the guardrail', on: { [account]: cs('raiPolicies/write') } },
  'model.finetune': {
    does: 'fine-tune a model',
    on: { [account]: csData('OpenAI/fine-tunes/write', 'OpenAI/files/import/action') },
  },
  'model.history': { does: 'read stored completions', on: { [account]: csData('OpenAI/stored-completions/read') } },
  'agent.edit': { does: 'change the agents', on: { [project]: csData('AIServices/agents/write') } },
  'agent.talk': {
    does: 'talk to the agents',
    on: { [project]: csData('AIServices/endpoints/interact/action', 'AIServices/applications/invoke/action') },
  },
  'connection.secrets': {
    does: 'read the secrets of the connections',
    on: {
      [account]: cs('connections/listsecrets/action'),
      [project]: cs('projects/connections/listsecrets/action'),
      [workspace]: ml('workspaces/connections/listsecrets/action', 'workspaces/metadata/secrets/read'),
    },
  },
  'connection.edit': {
    does: 'change the connections',
    on: {
      [account]: cs('connections/write'),
      [project]: cs('projects/connections/write'),
      [workspace]: ml('workspaces/connections/write'),
    },
  },
  'agent.publish': { does: 'publish an agent', on: { [project]: cs('projects/applications/write') } },
  'network.admit': {
    does: 'approve private endpoints of others',
    on: {
      [account]: cs('privateEndpointConnectionsApproval/action', 'privateEndpointConnections/write'),
      [workspace]: ml('workspaces/privateEndpointConnectionsApproval/action'),
      [searchService]: search('privateEndpointConnectionsApproval/action'),
      [storageAccount]: store('privateEndpointConnectionsApproval/action'),
      [keyVault]: vault('privateEndpointConnectionsApproval/action'),
    },
  },
  'ml.storeSecrets': {
    does: 'read the keys of the datastores',
    on: { [workspace]: ml('workspaces/datastores/listSecrets/action', 'workspaces/listStorageAccountKeys/action') },
  },
  'ml.keys': { does: 'list the keys of the workspace', on: { [workspace]: ml('workspaces/listKeys/action') } },
  'ml.configure': { does: 'change network and identity of the workspace', on: { [workspace]: ml('workspaces/write') } },
  'endpoint.keys': {
    does: 'list keys or tokens of the endpoint',
    on: {
      [onlineEndpoint]: ml('workspaces/onlineEndpoints/listKeys/action', 'workspaces/onlineEndpoints/token/action'),
      [serverlessEndpoint]: ml('workspaces/serverlessEndpoints/listKeys/action'),
    },
  },
  'endpoint.call': {
    does: 'call the endpoint',
    on: { [onlineEndpoint]: ml('workspaces/onlineEndpoints/score/action') },
  },
  'ml.run': {
    does: 'run code in the workspace',
    on: {
      [workspace]: ml(
        'workspaces/jobs/write',
        'workspaces/schedules/write',
        'workspaces/onlineEndpoints/deployments/write',
        'workspaces/environments/versions/write',
      ),
    },
  },
  'ml.compute': {
    does: 'make and start computes',
    on: { [workspace]: ml('workspaces/computes/write', 'workspaces/computes/start/action') },
  },
  'ml.assets': {
    does: 'change registered models and data',
    on: {
      [workspace]: ml('workspaces/models/versions/write', 'workspaces/data/versions/write'),
      'microsoft.machinelearningservices/registries': ml('registries/assets/write'),
    },
  },
  'logs.off': {
    does: 'turn the log off',
    on: { [account]: insights('diagnosticSettings/delete'), [workspace]: insights('diagnosticSettings/delete') },
  },
} as const satisfies Readonly<Record<string, Ability>>;
