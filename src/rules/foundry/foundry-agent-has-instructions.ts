import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

export default defineRule({
  id: 'foundry-agent-has-instructions',
  subject: 'agent',
  title: 'Agent has no instructions',
  severity: 'medium',
  why: 'Without instructions the first text that reaches the agent decides what it is for and how far it goes.',
  fix: {
    text: 'Tell the agent its task, what it must refuse, and when it hands over to a person.',
    cli: 'az rest --method get --resource https://ai.azure.com --url "PROJECT_ENDPOINT/agents/NAME?api-version=v1"',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/agents/concepts/runtime-components'],
  controls: {
    mcsb: ['AI-3'],
    owaspLlm2025: ['LLM06', 'LLM07'],
    owaspLlm2026: ['LLM03', 'LLM08'],
    owaspAgentic2026: ['ASI01', 'ASI10'],
    atlas: ['AML.T0081'],
  },
  defender: {
    assessments: [],
    policies: [],
    names: ['Azure AI Agent should be configured with operational instructions'],
  },
  check: ({ agentKind, hasInstructions }) => {
    if (agentKind !== 'prompt') return notApplicable(`definition.kind is ${agentKind}: it has no instructions here`);
    return hasInstructions ? pass : fail('definition.instructions is empty');
  },
});
