import rule from '../../../src/rules/foundry/foundry-project-datastore-entra-auth';
import { testRule } from '../../kit/testRule';

const connection = (authType: string, category = 'AzureBlob') => ({
  subject: { owner: 'project' as const, category, authType },
});

testRule(rule, {
  pass: [
    { name: 'Entra ID, in odd casing', ...connection('aad', 'azureblob') },
    { name: 'a managed identity', ...connection('ManagedIdentity', 'ADLSGen2') },
    { name: 'OAuth2', ...connection('OAuth2', 'AzureStorageAccount') },
    { name: 'public data', ...connection('None') },
  ],
  fail: [
    { name: 'the account key', ...connection('AccountKey'), says: 'authType is AccountKey' },
    { name: 'a signature', ...connection('SAS', 'AZURESTORAGEACCOUNT') },
    { name: 'a way nobody knows', ...connection('Telepathy') },
    { name: 'nothing stated', ...connection(''), says: 'not stated' },
  ],
  notApplicable: [
    { name: 'no storage', ...connection('ApiKey', 'CognitiveSearch') },
    { name: 'of the account', subject: { owner: 'account', category: 'AzureBlob', authType: 'SAS' } },
    { name: 'of an ML workspace', subject: { owner: 'workspace', category: 'AzureBlob', authType: 'SAS' } },
  ],
});
