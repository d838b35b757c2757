import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';
import { called, offFoundry } from './agentTools';

const callsAgents = new Set(['connected_agent', 'a2a_preview']);

export default defineRule({
  id: 'foundry-agent-connected-agent-instructions',
  subject: 'agent',
  title: 'Agent may call another agent that says nothing of its task',
  severity: 'low',
  why: 'The model chooses whom it calls by the description alone: without one it hands over what was never meant for the other.',
  fix: {
    text: 'Describe at the tool what the other agent is for and what it must not be given.',
    cli: 'az rest --method get --resource https://ai.azure.com --url "PROJECT_ENDPOINT/agents/NAME?api-version=v1"',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/agents/how-to/tools/agent-to-agent'],
  controls: {
    mcsb: ['AI-3', 'AI-4'],
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic2026: ['ASI07'],
    atlas: ['AML.T0053'],
  },
  defender: { assessments: [], policies: [], names: ['Connected AI agents should be configured with instructions'] },
  check: (agent) => {
    const agents = agent.tools.filter(({ type }) => callsAgents.has(type));
    if (agents.length === 0) return offFoundry(agent) ?? notApplicable('tools hold no other agent');
    const silent = agents.filter(({ hasDescription }) => !hasDescription).map(called);
    return silent.length ? fail(`description is empty at ${silent.join(', ')}`) : pass;
  },
});
