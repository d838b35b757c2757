import { defineRule } from '../defineRule';
import { planOf } from './defenderPlan';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'subscription-defender-for-ai-purview-sharing',
  subject: 'subscription',
  needs: ['defenderPlan'],
  title: 'Prompts are not shared with Purview',
  severity: 'low',
  why: 'Loss prevention, insider risk and data classification in Purview see no prompt and no answer.',
  fix: {
    text: 'Turn on data security for AI interactions in the AI Services plan.',
    cli: 'az security pricing create -n AI --tier Standard --extensions name=AIPromptSharingWithPurview isEnabled=True',
    bicep:
      "properties: { pricingTier: 'Standard', extensions: [ { name: 'AIPromptSharingWithPurview', isEnabled: 'True' } ] }",
  },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/ai-onboarding'],
  controls: { mcsb: ['DP-1', 'DP-2'], owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'] },
  check: (subscription, view) => {
    const plan = planOf(subscription, view, 'AI');
    if (plan?.pricingTier !== 'Standard')
      return notApplicable('pricings/AI is not Standard: judged by subscription-defender-for-ai-plan');
    const on = Object.entries(plan.extensions).some(
      ([name, enabled]) => enabled && name.toLowerCase() === 'aipromptsharingwithpurview',
    );
    return on ? pass : fail('pricings/AI extension AIPromptSharingWithPurview is not enabled');
  },
});
