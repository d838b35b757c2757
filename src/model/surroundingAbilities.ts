import { rightsOf, type Ability } from './ability';

const search = rightsOf('control', 'Microsoft.Search/searchServices');
const searchData = rightsOf('data', 'Microsoft.Search/searchServices/indexes/documents');
const store = rightsOf('control', 'Microsoft.Storage/storageAccounts');
const storeData = rightsOf('data', 'Microsoft.Storage/storageAccounts');
const vault = rightsOf('control', 'Microsoft.KeyVault/vaults');
const vaultData = rightsOf('data', 'Microsoft.KeyVault/vaults');
const image = rightsOf('control', 'Microsoft.ContainerRegistry/registries');
const imageData = rightsOf('data', 'Microsoft.ContainerRegistry/registries');
const gateway = rightsOf('control', 'Microsoft.ApiManagement/service');
const identity = rightsOf('control', 'Microsoft.ManagedIdentity/userAssignedIdentities');
const searchService = 'microsoft.search/searchservices';
const storageAccount = 'microsoft.storage/storageaccounts';
const container = 'microsoft.storage/storageaccounts/blobservices/containers';
const keyVault = 'microsoft.keyvault/vaults';
const registry = 'microsoft.containerregistry/registries';
const apim = 'microsoft.apimanagement/service';
const userIdentity = 'microsoft.managedidentity/userassignedidentities';

const blobs = 'blobServices/containers/blobs';
const writesBlobs = storeData(`${blobs}/write`, `${blobs}/add/action`);
const readsBlobs = storeData(`${blobs}/read`);

/** What can be done to the stores, registries, hosts and gateways around a model. */
export const surroundingAbilities = {
  'search.adminKeys': { does: 'list the admin keys', on: { [searchService]: search('listAdminKeys/action') } },
  'search.queryKeys': { does: 'list the query keys', on: { [searchService]: search('listQueryKeys/action') } },
  'search.configure': { does: 'change keys and network of the search', on: { [searchService]: search('write') } },
  'search.read': { does: 'read grounding data in indexes', on: { [searchService]: searchData('read') } },
  'search.write': { does: 'write grounding data into indexes', on: { [searchService]: searchData('write') } },
  'store.keys': {
    does: 'list the keys of the storage or sign with them',
    on: { [storageAccount]: store('listKeys/action', 'listAccountSas/action', 'listServiceSas/action') },
  },
  'store.configure': { does: 'change keys and network of the storage', on: { [storageAccount]: store('write') } },
  'store.read': { does: 'read the data', on: { [storageAccount]: readsBlobs, [container]: readsBlobs } },
  'store.write': { does: 'write the data', on: { [storageAccount]: writesBlobs, [container]: writesBlobs } },
  'file.write': {
    does: 'write files of the shares',
    on: { [storageAccount]: storeData('fileServices/fileshares/files/write') },
  },
  'vault.read': { does: 'read secrets', on: { [keyVault]: vaultData('secrets/getSecret/action') } },
  'vault.policy': {
    does: 'let itself read secrets by access policy',
    on: { [keyVault]: vault('write', 'accessPolicies/write') },
  },
  'image.push': {
    does: 'change the images',
    on: {
      [registry]: [
        ...image('push/write', 'importImage/action', 'scheduleRun/action', 'listCredentials/action'),
        ...image('generateCredentials/action'),
        ...imageData('repositories/content/write'),
      ],
    },
  },
  'memory.keys': {
    does: 'list the keys of the database',
    on: {
      'microsoft.documentdb/databaseaccounts': rightsOf(
        'control',
        'Microsoft.DocumentDB/databaseAccounts',
      )('listKeys/action'),
    },
  },
  'identity.attach': { does: 'attach the identity to a host', on: { [userIdentity]: identity('assign/action') } },
  'identity.federate': {
    does: 'let foreign tokens act as the identity',
    on: { [userIdentity]: identity('federatedIdentityCredentials/write') },
  },
  'host.run': {
    does: 'run code on the host',
    on: {
      'microsoft.compute/virtualmachines': rightsOf('control', 'Microsoft.Compute/virtualMachines')(
        'runCommand/action',
        'extensions/write',
      ),
      'microsoft.web/sites': rightsOf('control', 'Microsoft.Web/sites')(
        'write',
        'publishxml/action',
        'extensions/write',
        'host/listkeys/action',
      ),
      'microsoft.app/containerapps': rightsOf('control', 'Microsoft.App/containerApps')('write'),
      'microsoft.containerinstance/containergroups': rightsOf('control', 'Microsoft.ContainerInstance/containerGroups')(
        'containers/exec/action',
        'write',
      ),
      'microsoft.containerservice/managedclusters': rightsOf('control', 'Microsoft.ContainerService/managedClusters')(
        'listClusterAdminCredential/action',
        'runCommand/action',
      ),
      'microsoft.automation/automationaccounts': rightsOf(
        'control',
        'Microsoft.Automation/automationAccounts',
      )('jobs/write'),
      'microsoft.logic/workflows': rightsOf('control', 'Microsoft.Logic/workflows')('write'),
      'microsoft.databricks/workspaces': rightsOf('control', 'Microsoft.Databricks/workspaces')('write'),
    },
  },
  'app.secrets': {
    does: 'read the settings and secrets of the app',
    on: {
      'microsoft.web/sites': rightsOf('control', 'Microsoft.Web/sites')('config/list/action'),
      'microsoft.app/containerapps': rightsOf('control', 'Microsoft.App/containerApps')('listSecrets/action'),
    },
  },
  'gateway.edit': {
    does: 'change what the gateway does with prompts',
    on: { [apim]: gateway('policies/write', 'apis/policies/write', 'backends/write') },
  },
  'gateway.secrets': {
    does: 'read subscription keys and named values of the gateway',
    on: { [apim]: gateway('subscriptions/listSecrets/action', 'namedValues/listValue/action') },
  },
  'logs.read': {
    does: 'read prompts that were logged',
    on: {
      'microsoft.operationalinsights/workspaces': rightsOf(
        'control',
        'Microsoft.OperationalInsights/workspaces',
      )('query/read'),
    },
  },
} as const satisfies Readonly<Record<string, Ability>>;
