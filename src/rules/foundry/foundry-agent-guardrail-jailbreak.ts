import { defineRule } from '../defineRule';
import { blockVerdict, guardrailNeeds } from './agentGuardrail';
import { offFoundry } from './agentTools';

export default defineRule({
  id: 'foundry-agent-guardrail-jailbreak',
  subject: 'agent',
  needs: guardrailNeeds,
  title: 'Agent is not guarded against jailbreaks',
  severity: 'high',
  why: 'Whoever talks to the agent can talk it out of its rules, and it has tools. The guardrail of the agent replaces that of its model wholly.',
  fix: {
    text: 'Give the agent a guardrail with the Jailbreak filter on and blocking, or none of its own so that the one of its model acts.',
    cli: 'az rest --method get --resource https://ai.azure.com --url "PROJECT_ENDPOINT/agents/NAME?api-version=v1"',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/guardrails/guardrails-overview'],
  controls: {
    mcsb: ['AI-2'],
    owaspLlm2025: ['LLM01'],
    owaspLlm2026: ['LLM01'],
    owaspAgentic2026: ['ASI01'],
    atlas: ['AML.T0051', 'AML.T0054'],
  },
  defender: { assessments: [], policies: [], names: ['Foundry AI Agent guardrails should include Jailbreak control'] },
  check: (agent, view) =>
    offFoundry(agent) ?? blockVerdict(agent, view, { key: 'jailbreak/prompt', label: 'Jailbreak/Prompt' }),
});
