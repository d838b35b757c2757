import { notApplicable } from '../../model/rule';
import { defineRule } from '../defineRule';
import { blockVerdict, guardrailNeeds } from './agentGuardrail';
import { agentNeeds, offFoundry, untrustedOf } from './agentTools';

export default defineRule({
  id: 'foundry-agent-guardrail-xpia',
  subject: 'agent',
  needs: [...agentNeeds, ...guardrailNeeds],
  title: 'Agent reads text of strangers without a guard against hidden orders',
  severity: 'high',
  why: 'A page, mail, file or tool answer can hold orders. The Indirect Attack filter is what looks for them; the default guardrail does not.',
  fix: {
    text: 'Give the agent a guardrail with Indirect Attack on and blocking, for prompts and for what tools answer.',
    cli: 'az rest --method get --resource https://ai.azure.com --url "PROJECT_ENDPOINT/agents/NAME?api-version=v1"',
  },
  references: [
    'https://learn.microsoft.com/azure/ai-foundry/guardrails/guardrails-overview',
    'https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-prompt-shields',
  ],
  controls: {
    mcsb: ['AI-2'],
    owaspLlm2025: ['LLM01'],
    owaspLlm2026: ['LLM01'],
    owaspAgentic2026: ['ASI01', 'ASI02'],
    atlas: ['AML.T0051.001', 'AML.T0099'],
  },
  defender: {
    assessments: [],
    policies: [],
    names: ['Foundry AI Agent with indirect prompt injection risk should use enhanced guardrails'],
  },
  check: (agent, view) => {
    const off = offFoundry(agent);
    if (off) return off;
    const untrusted = untrustedOf(agent, view);
    if (untrusted === 'no') return notApplicable('no tool brings in text of strangers');
    const verdict = blockVerdict(agent, view, { key: 'indirectattack/prompt', label: 'Indirect Attack/Prompt' });
    return untrusted === 'yes' || verdict.status === 'pass'
      ? verdict
      : view.doubt(agent, 'tools', 'whether a tool brings in text of strangers does not show');
  },
});
