import { defineRule } from '../defineRule';
import { textFilterVerdict } from './effectiveFilter';

const key = { filter: 'protectedmaterialcode', source: 'completion', label: 'Protected Material Code/Completion' };

export default defineRule({
  id: 'deployment-protected-material-code',
  subject: 'deployment',
  needs: ['guardrail'],
  title: 'Licensed code may come out of the model',
  severity: 'medium',
  why: 'Code copied from public repositories brings its licence into yours unnoticed.',
  fix: {
    text: 'Enable the filter Protected Material Code of the guardrail and let it block.',
    cli: 'az rest --method get --url "ACCOUNT_ID/raiPolicies/POLICY?api-version=2025-06-01"',
    bicep: "{ name: 'Protected Material Code', source: 'Completion', enabled: true, blocking: true }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-protected-material'],
  controls: {
    mcsb: ['AI-2'],
    owaspLlm2025: ['LLM05'],
    owaspLlm2026: ['LLM10'],
    nistAi6001: ['Intellectual-Property'],
  },
  defender: { assessments: [], policies: ['af253d37-136a-42f8-a1fc-30010c083d41'], offByDefault: true },
  check: (deployment, view) => textFilterVerdict(deployment, view, key),
});
