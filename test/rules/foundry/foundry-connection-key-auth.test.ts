import rule from '../../../src/rules/foundry/foundry-connection-key-auth';
import { testRule } from '../../kit/testRule';

const connection = (authType: string, category = 'CognitiveSearch') => ({ subject: { category, authType } });

testRule(rule, {
  pass: [
    { name: 'Entra ID, in odd casing', ...connection('aad', 'azureopenai') },
    { name: 'a managed identity, in a project', subject: { owner: 'project', authType: 'ManagedIdentity' } },
    { name: 'OAuth2', ...connection('OAuth2', 'MicrosoftFabric') },
    { name: 'public data', ...connection('None', 'AzureBlob') },
  ],
  fail: [
    { name: 'a key', ...connection('ApiKey'), says: 'authType is ApiKey' },
    { name: 'a key, in odd casing', ...connection('apikey', 'cognitivesearch') },
    { name: 'the secret of an app', ...connection('ServicePrincipal', 'AzureSqlDb') },
    { name: 'nobody signs in to a service that holds no public data', ...connection('None', 'AzureOpenAI') },
    { name: 'a way nobody knows', ...connection('Telepathy') },
  ],
  notApplicable: [
    { name: 'a category that takes no identity', ...connection('ApiKey', 'Serp') },
    { name: 'of an ML workspace', subject: { owner: 'workspace', authType: 'ApiKey' } },
  ],
});
