import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'deployment-data-residency-sku',
  subject: 'deployment',
  title: 'Prompts may be processed outside the approved regions',
  severity: 'medium',
  why: 'A Global deployment sends each prompt to whichever region of the world has room, personal data included.',
  fix: {
    text: 'Deploy with a DataZone or a regional SKU.',
    cli: 'az cognitiveservices account deployment create -g RG -n ACCOUNT --deployment-name NAME --sku-name DataZoneStandard --model-name MODEL --model-version VERSION --model-format OpenAI',
    bicep: "sku: { name: 'DataZoneStandard', capacity: 10 }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/foundry-models/concepts/deployment-types'],
  controls: { mcsb: ['DP-1'], owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'], euAiAct: ['10'], gdpr: ['44'] },
  check: ({ sku }, { policy }) => {
    if (policy.allowedRegions.length === 0) return notApplicable('the policy file gives no allowedRegions');
    return sku.toLowerCase().startsWith('global') ? fail(`sku.name is ${sku}`) : pass;
  },
});
