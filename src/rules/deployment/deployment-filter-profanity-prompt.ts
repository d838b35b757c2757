import { defineRule } from '../defineRule';
import { filterVerdict, notBlocking } from './effectiveFilter';

export default defineRule({
  id: 'deployment-filter-profanity-prompt',
  subject: 'deployment',
  needs: ['guardrail'],
  title: 'Profanity reaches the model',
  severity: 'info',
  why: 'A matter of tone and brand, told only where it is asked for.',
  fix: {
    text: 'Enable the Profanity filter of the guardrail and let it block.',
    cli: 'az rest --method get --url "ACCOUNT_ID/raiPolicies/POLICY?api-version=2025-06-01"',
    bicep: "{ name: 'Profanity', source: 'Prompt', enabled: true, blocking: true }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/how-to/content-filters'],
  controls: { mcsb: ['AI-2'], owaspLlm2025: ['LLM05'], owaspLlm2026: ['LLM10'] },
  defender: { assessments: [], policies: ['f3a9c2e0-7b4d-4d8f-9c3a-2e1f6b9a8d4e'], offByDefault: true },
  check: (deployment, view) =>
    filterVerdict(
      deployment,
      view,
      [{ filter: 'profanity', source: 'prompt', label: 'Profanity/Prompt' }],
      notBlocking,
    ),
});
