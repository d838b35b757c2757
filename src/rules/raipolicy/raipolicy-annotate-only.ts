import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

const hasToBlock = new Set(['jailbreak', 'indirectattack', 'hate', 'sexual', 'violence', 'selfharm']);

export default defineRule({
  id: 'raipolicy-annotate-only',
  subject: 'guardrail',
  title: 'Custom guardrail sees attacks and lets them pass',
  severity: 'high',
  why: 'A filter that only annotates reports the jailbreak or the harm and hands it over all the same.',
  fix: {
    text: 'Let the shields and the harm filters block.',
    cli: 'az rest --method get --url "ACCOUNT_ID/raiPolicies/POLICY?api-version=2025-06-01"',
    bicep: "{ name: 'Jailbreak', source: 'Prompt', enabled: true, blocking: true }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/how-to/content-filters'],
  controls: {
    mcsb: ['AI-2'],
    owaspLlm2025: ['LLM01'],
    owaspLlm2026: ['LLM01'],
    owaspAgentic2026: ['ASI01'],
    atlas: ['AML.T0054'],
  },
  check: ({ type, contentFilters }) => {
    if (type !== 'UserManaged') return notApplicable('a built-in guardrail');
    const silent = contentFilters.filter(({ filter, effect }) => hasToBlock.has(filter) && effect === 'annotate');
    const labels = silent.map(({ name, source }) => `${name}/${source}`);
    return labels.length ? fail(`contentFilters with blocking false: ${labels.join(', ')}`) : pass;
  },
});
