import { fail, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

export default defineRule({
  id: 'foundry-agent-secrets-in-definition',
  subject: 'agent',
  title: 'Definition of an agent shows a secret',
  severity: 'high',
  why: 'Everyone who may read the agent reads it, and the agent can be talked into saying what stands in its instructions.',
  fix: {
    text: 'Take the secret out, make it anew where it was issued, and sign in by a connection of the project.',
    cli: 'az rest --method get --resource https://ai.azure.com --url "PROJECT_ENDPOINT/agents/NAME?api-version=v1"',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/agents/how-to/mcp-authentication'],
  controls: {
    mcsb: ['IM-8'],
    owaspLlm2025: ['LLM02', 'LLM07'],
    owaspLlm2026: ['LLM02', 'LLM08'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0083', 'AML.T0069.002'],
  },
  check: ({ exposedSecrets }) =>
    exposedSecrets?.length
      ? fail(exposedSecrets.map(({ place, secretKind }) => `${place} holds a ${secretKind}`).join(', '))
      : pass,
});
