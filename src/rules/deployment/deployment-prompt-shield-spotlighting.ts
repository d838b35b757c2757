import { defineRule } from '../defineRule';
import { textFilterVerdict } from './effectiveFilter';

const key = { filter: 'indirectattackspotlighting', source: 'prompt', label: 'Indirect Attack Spotlighting/Prompt' };

export default defineRule({
  id: 'deployment-prompt-shield-spotlighting',
  subject: 'deployment',
  needs: ['guardrail'],
  title: 'Untrusted text is not marked for the model',
  severity: 'low',
  why: 'Spotlighting rewrites documents so that the model can tell their text from its orders; it is off until asked for.',
  fix: {
    text: 'Turn on spotlighting in the guardrail of chat models that read documents.',
    cli: 'az rest --method get --url "ACCOUNT_ID/raiPolicies/POLICY?api-version=2025-06-01"',
    bicep: "{ name: 'Indirect Attack Spotlighting', source: 'Prompt', enabled: true, blocking: true }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter-prompt-shields'],
  controls: {
    mcsb: ['AI-2'],
    owaspLlm2025: ['LLM01'],
    owaspLlm2026: ['LLM01'],
    owaspAgentic2026: ['ASI01'],
    atlas: ['AML.T0051.001'],
  },
  defender: { assessments: [], policies: ['f3a9c2e0-7b4d-4d8f-9c3a-2e1f6b9a8d4e'], offByDefault: true },
  check: (deployment, view) =>
    textFilterVerdict(deployment, view, key, ({ effect }) => (effect === 'off' ? 'has enabled false' : '')),
});
