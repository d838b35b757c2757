import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

/** Behind these stands an identity; None keeps no secret. Every other type, known or not, does. */
const secretless = new Set(['aad', 'managedidentity', 'oauth2', 'none']);

export default defineRule({
  id: 'mlw-connection-key-auth',
  subject: 'connection',
  title: 'Connection of the workspace signs in with a stored secret',
  severity: 'high',
  why: 'Members of the workspace can list the secret, and it works outside the workspace, past network and roles of the target.',
  fix: {
    text: 'Give the identity of the workspace a role on the target and make the connection anew with Entra ID.',
    cli: 'az ml connection create -g RG -w WORKSPACE --file connection.yml',
    bicep: "properties: { category: 'AzureOpenAI', authType: 'AAD', target: endpoint }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-connection'],
  controls: {
    mcsb: ['IM-8'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055', 'AML.T0083'],
  },
  check: ({ owner, authType }) => {
    if (owner !== 'workspace') return notApplicable(`a connection of a Foundry ${owner}`);
    return secretless.has(authType.toLowerCase()) ? pass : fail(`authType is ${authType || 'not stated'}`);
  },
});
