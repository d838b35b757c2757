import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { keepsNoSecret, offFoundry, supportsEntra } from './connectionAuth';

export default defineRule({
  id: 'foundry-connection-key-auth',
  subject: 'connection',
  title: 'Foundry connection signs in with a stored secret',
  severity: 'high',
  why: 'Members of the project can read the secret, and it works outside the project, past network and roles of the target.',
  fix: {
    text: 'Give the managed identity a role on the target and make the connection anew with Entra ID.',
    cli: 'az rest --method put --url "CONNECTION_ID?api-version=2025-06-01" --body @connection.json',
    bicep: "properties: { category: 'CognitiveSearch', authType: 'AAD', target: searchEndpoint }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/how-to/connections-add'],
  controls: {
    mcsb: ['IM-1', 'IM-8'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0083', 'AML.T0055'],
  },
  check: (connection) => {
    const off = offFoundry(connection);
    if (off) return off;
    if (!supportsEntra(connection)) return notApplicable(`category ${connection.category} may not take an identity`);
    return keepsNoSecret(connection) ? pass : fail(`authType is ${connection.authType || 'not stated'}`);
  },
});
