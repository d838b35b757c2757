import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { judgedOnHub } from './hubScope';

const keyless = new Set(['identity', 'userdelegationsas']);

export default defineRule({
  id: 'mlw-system-datastores-identity',
  subject: 'mlWorkspace',
  title: 'ML workspace opens its default storage with the account key',
  severity: 'high',
  why: 'The key of the storage sits in the datastores of the workspace, where every data scientist can list it, past all roles.',
  fix: {
    text: 'Give the identities a blob data role, then switch the mode to Identity.',
    cli: 'az ml workspace update -g RG -n NAME --system-datastores-auth-mode identity',
    bicep: "properties: { systemDatastoresAuthMode: 'Identity' }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-disable-local-auth-storage'],
  controls: {
    mcsb: ['IM-1'],
    owaspLlm2025: ['LLM02', 'LLM04'],
    owaspLlm2026: ['LLM02', 'LLM05'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  defender: {
    assessments: [],
    policies: [],
    names: ['Microsoft Entra ID should be used when connecting Microsoft Foundry to default storage account'],
    differs: 'Microsoft judges workspaces that belong to Foundry only.',
  },
  check: (workspace) =>
    judgedOnHub(workspace) ||
    (keyless.has(workspace.systemDatastoresAuthMode.toLowerCase())
      ? pass
      : fail(`systemDatastoresAuthMode is ${workspace.systemDatastoresAuthMode}`)),
});
