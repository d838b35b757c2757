import { defineRule } from '../defineRule';
import { filterVerdict, notBlocking } from './effectiveFilter';

export default defineRule({
  id: 'deployment-prompt-shield-jailbreak',
  subject: 'deployment',
  needs: ['guardrail'],
  title: 'Jailbreak prompts are not blocked',
  severity: 'high',
  why: 'A user can talk the model out of its instructions and make it use its tools and data for his own ends.',
  fix: {
    text: 'Enable the Jailbreak filter of the guardrail and let it block.',
    cli: 'az rest --method get --url "ACCOUNT_ID/raiPolicies/POLICY?api-version=2025-06-01"',
    bicep: "{ name: 'Jailbreak', source: 'Prompt', enabled: true, blocking: true }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-prompt-shields'],
  controls: {
    mcsb: ['AI-2'],
    owaspLlm2025: ['LLM01'],
    owaspLlm2026: ['LLM01'],
    owaspAgentic2026: ['ASI01'],
    atlas: ['AML.T0051.000', 'AML.T0054'],
  },
  defender: { assessments: [], policies: ['f3a9c2e0-7b4d-4d8f-9c3a-2e1f6b9a8d4e'], offByDefault: true },
  check: (deployment, view) =>
    filterVerdict(
      deployment,
      view,
      [{ filter: 'jailbreak', source: 'prompt', label: 'Jailbreak/Prompt' }],
      notBlocking,
    ),
});
