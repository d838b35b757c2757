import { defineRule } from '../defineRule';
import { harmVerdict } from './effectiveFilter';

export default defineRule({
  id: 'deployment-filter-sexual',
  subject: 'deployment',
  needs: ['guardrail'],
  title: 'Sexual content passes the guardrail',
  severity: 'high',
  why: 'Sexual text in answers is a fault of the product everywhere, and a crime in some cases.',
  fix: {
    text: 'Set the Sexual filter of the guardrail to block at Medium or Low, for prompts and for completions.',
    cli: 'az rest --method get --url "ACCOUNT_ID/raiPolicies/POLICY?api-version=2025-06-01"',
    bicep: "{ name: 'Sexual', source: 'Prompt', enabled: true, blocking: true, severityThreshold: 'Medium' }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/how-to/content-filters'],
  controls: {
    mcsb: ['AI-2'],
    owaspLlm2025: ['LLM01', 'LLM05'],
    owaspLlm2026: ['LLM01', 'LLM10'],
    atlas: ['AML.T0054'],
    nistAi6001: ['Obscene-Content'],
  },
  defender: {
    assessments: [],
    policies: ['930f48f9-f07e-427c-9494-52603581c6a9'],
    offByDefault: true,
    differs: 'Microsoft accepts the threshold High, at which only the worst content is stopped.',
  },
  check: (deployment, view) => harmVerdict(deployment, view, 'Sexual'),
});
