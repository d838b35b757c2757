import { defineRule } from '../defineRule';
import { textFilterVerdict } from './effectiveFilter';

export default defineRule({
  id: 'deployment-prompt-shield-indirect',
  subject: 'deployment',
  needs: ['guardrail'],
  title: 'Instructions hidden in documents are not blocked',
  severity: 'high',
  why: 'Whoever can write a page, mail or file that the model reads can give it orders. The default guardrail does not look for that.',
  fix: {
    text: 'Attach a custom guardrail with the Indirect Attack filter on and blocking.',
    cli: 'az rest --method get --url "ACCOUNT_ID/raiPolicies/POLICY?api-version=2025-06-01"',
    bicep: "{ name: 'Indirect Attack', source: 'Prompt', enabled: true, blocking: true }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-prompt-shields'],
  controls: {
    mcsb: ['AI-2'],
    owaspLlm2025: ['LLM01'],
    owaspLlm2026: ['LLM01'],
    owaspAgentic2026: ['ASI01', 'ASI06'],
    atlas: ['AML.T0051.001', 'AML.T0070'],
  },
  defender: { assessments: [], policies: ['f3a9c2e0-7b4d-4d8f-9c3a-2e1f6b9a8d4e'], offByDefault: true },
  check: (deployment, view) =>
    textFilterVerdict(deployment, view, {
      filter: 'indirectattack',
      source: 'prompt',
      label: 'Indirect Attack/Prompt',
    }),
});
