import { fail, pass } from '../../model/rule';
import { trifectaOf, waysOut } from '../../model/trifecta';
import { defineRule } from '../defineRule';
import { guardrailNeeds } from './agentGuardrail';
import { agentNeeds, inProject, offFoundry } from './agentTools';
import { easedBy } from './trifectaEased';

export default defineRule({
  id: 'foundry-agent-lethal-trifecta',
  subject: 'agent',
  needs: [...agentNeeds, ...guardrailNeeds],
  title: 'Agent has private data, text of strangers and a way out',
  severity: 'high',
  why: 'One order hidden in what the agent reads is enough: it fetches what only you may see and sends it where the stranger wants.',
  fix: {
    text: 'Take one of the three away, or have a person approve each call that leaves.',
    cli: 'az rest --method get --resource https://ai.azure.com --url "PROJECT_ENDPOINT/agents/NAME?api-version=v1"',
  },
  references: [
    'https://learn.microsoft.com/azure/ai-foundry/agents/how-to/tools/overview',
    'https://learn.microsoft.com/azure/ai-foundry/guardrails/guardrails-overview',
  ],
  controls: {
    mcsb: ['AI-4'],
    owaspLlm2025: ['LLM01', 'LLM02', 'LLM06'],
    owaspLlm2026: ['LLM01', 'LLM02', 'LLM03'],
    owaspAgentic2026: ['ASI01', 'ASI02'],
    atlas: ['AML.T0086', 'AML.T0051.001', 'AML.T0098'],
  },
  check: (agent, view) => {
    const off = offFoundry(agent);
    if (off) return off;
    const { one, known } = inProject(agent, view);
    const found = trifectaOf(one, known);
    if (found.is === 'no') return pass;
    if (found.is === 'open') return view.doubt(agent, 'tools', found.words);
    const eased = easedBy(waysOut(one, known), agent, view);
    return eased ? fail(`${found.words}; ${eased}`, { severity: 'medium' }) : fail(found.words);
  },
});
