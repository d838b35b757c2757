import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { isUnattached } from '../../model/guardrail';
import { unfilteredBecause } from '../../model/guardrail/modelFilters';

export default defineRule({
  id: 'deployment-content-filter-attached',
  subject: 'deployment',
  title: 'Model answers with no content filter',
  severity: 'high',
  why: 'Harmful prompts and answers, jailbreaks and injected instructions pass unseen: nothing stands between caller and model.',
  fix: {
    text: 'Attach a guardrail to the deployment.',
    cli: 'az resource update --ids DEPLOYMENT_ID --set properties.raiPolicyName=Microsoft.DefaultV2',
    bicep: "properties: { raiPolicyName: 'Microsoft.DefaultV2' }",
  },
  references: [
    'https://learn.microsoft.com/azure/ai-foundry/openai/concepts/content-filter',
    'https://learn.microsoft.com/azure/ai-foundry/openai/concepts/default-safety-policies',
  ],
  controls: {
    mcsb: ['AI-2'],
    owaspLlm2025: ['LLM01', 'LLM05'],
    owaspLlm2026: ['LLM01', 'LLM10'],
    owaspAgentic2026: ['ASI01'],
    atlas: ['AML.T0051', 'AML.T0054'],
    nistAi6001: ['CBRN', 'Dangerous-Content'],
    euAiAct: ['15.5'],
  },
  defender: {
    assessments: [],
    policies: [],
    names: ['Content filtering should be used on model deployed in Microsoft Foundry'],
  },
  check: ({ model, raiPolicyName }) => {
    const skipped = unfilteredBecause(model);
    if (skipped) return notApplicable(skipped);
    return isUnattached(raiPolicyName) ? fail(`raiPolicyName is ${raiPolicyName || 'not set'}`) : pass;
  },
});
