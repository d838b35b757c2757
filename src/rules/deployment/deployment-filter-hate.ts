import { defineRule } from '../defineRule';
import { harmVerdict } from './effectiveFilter';

export default defineRule({
  id: 'deployment-filter-hate',
  subject: 'deployment',
  needs: ['guardrail'],
  title: 'Hateful content passes the guardrail',
  severity: 'high',
  why: 'A model that takes and gives slurs and dehumanising text harms those it speaks of, and those who publish it.',
  fix: {
    text: 'Set the Hate filter of the guardrail to block at Medium or Low, for prompts and for completions.',
    cli: 'az rest --method get --url "ACCOUNT_ID/raiPolicies/POLICY?api-version=2025-06-01"',
    bicep: "{ name: 'Hate', source: 'Prompt', enabled: true, blocking: true, severityThreshold: 'Medium' }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/how-to/content-filters'],
  controls: {
    mcsb: ['AI-2'],
    owaspLlm2025: ['LLM01', 'LLM05'],
    owaspLlm2026: ['LLM01', 'LLM10'],
    atlas: ['AML.T0054'],
    nistAi6001: ['Dangerous-Content'],
  },
  defender: {
    assessments: [],
    policies: ['930f48f9-f07e-427c-9494-52603581c6a9'],
    offByDefault: true,
    differs: 'Microsoft accepts the threshold High, at which only the worst content is stopped.',
  },
  check: (deployment, view) => harmVerdict(deployment, view, 'Hate'),
});
