import { defineRule } from '../defineRule';
import { textFilterVerdict } from './effectiveFilter';

const key = { filter: 'protectedmaterialtext', source: 'completion', label: 'Protected Material Text/Completion' };

export default defineRule({
  id: 'deployment-protected-material-text',
  subject: 'deployment',
  needs: ['guardrail'],
  title: 'Copyrighted text may come out of the model',
  severity: 'medium',
  why: 'Lyrics, articles and recipes of others can leave in an answer, and Microsoft answers for copyright claims only with the filter on.',
  fix: {
    text: 'Enable the filter Protected Material Text of the guardrail and let it block.',
    cli: 'az rest --method get --url "ACCOUNT_ID/raiPolicies/POLICY?api-version=2025-06-01"',
    bicep: "{ name: 'Protected Material Text', source: 'Completion', enabled: true, blocking: true }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-protected-material'],
  controls: {
    mcsb: ['AI-2'],
    owaspLlm2025: ['LLM02', 'LLM05'],
    owaspLlm2026: ['LLM02', 'LLM10'],
    atlas: ['AML.T0057'],
    nistAi6001: ['Intellectual-Property'],
  },
  defender: { assessments: [], policies: ['af253d37-136a-42f8-a1fc-30010c083d41'], offByDefault: true },
  check: (deployment, view) => textFilterVerdict(deployment, view, key),
});
