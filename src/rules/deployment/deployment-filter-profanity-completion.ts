import { defineRule } from '../defineRule';
import { filterVerdict, notBlocking } from './effectiveFilter';

export default defineRule({
  id: 'deployment-filter-profanity-completion',
  subject: 'deployment',
  needs: ['guardrail'],
  title: 'Profanity may come out of the model',
  severity: 'info',
  why: 'A matter of tone and brand, told only where it is asked for.',
  fix: {
    text: 'Enable the Profanity filter of the guardrail and let it block.',
    cli: 'az rest --method get --url "ACCOUNT_ID/raiPolicies/POLICY?api-version=2025-06-01"',
    bicep: "{ name: 'Profanity', source: 'Completion', enabled: true, blocking: true }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/how-to/content-filters'],
  controls: { mcsb: ['AI-2'], owaspLlm2025: ['LLM05'], owaspLlm2026: ['LLM10'] },
  defender: { assessments: [], policies: ['af253d37-136a-42f8-a1fc-30010c083d41'], offByDefault: true },
  check: (deployment, view) =>
    filterVerdict(
      deployment,
      view,
      [{ filter: 'profanity', source: 'completion', label: 'Profanity/Completion' }],
      notBlocking,
    ),
});
