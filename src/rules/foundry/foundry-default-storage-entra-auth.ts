import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { isStorage, keepsNoSecret } from './connectionAuth';

export default defineRule({
  id: 'foundry-default-storage-entra-auth',
  subject: 'connection',
  title: 'Foundry account reaches its storage with a key',
  severity: 'high',
  why: 'A storage key opens every file, thread and training set of the account, past all roles, to whoever can read the connection.',
  fix: {
    text: 'Give the identity of the account a blob data role and make the connection anew with Entra ID.',
    cli: 'az rest --method put --url "CONNECTION_ID?api-version=2025-06-01" --body @connection.json',
    bicep:
      "properties: { category: 'AzureStorageAccount', authType: 'AAD', target: storage.properties.primaryEndpoints.blob }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/how-to/connections-add'],
  controls: {
    mcsb: ['IM-1'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055', 'AML.T0083'],
  },
  defender: {
    assessments: [],
    policies: [],
    names: ['Microsoft Entra ID should be used when connecting Microsoft Foundry to default storage account'],
  },
  check: (connection) => {
    if (connection.owner !== 'account') return notApplicable(`a connection of the ${connection.owner}`);
    if (!isStorage(connection)) return notApplicable(`category ${connection.category} is no storage`);
    return keepsNoSecret(connection) ? pass : fail(`authType is ${connection.authType || 'not stated'}`);
  },
});
