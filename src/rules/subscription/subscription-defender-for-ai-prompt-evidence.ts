import { defineRule } from '../defineRule';
import { planOf } from './defenderPlan';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'subscription-defender-for-ai-prompt-evidence',
  subject: 'subscription',
  needs: ['defenderPlan'],
  title: 'Defender for AI keeps no prompt evidence',
  severity: 'low',
  why: 'An alert without the suspicious part of the prompt is hard to triage and easy to dismiss.',
  fix: {
    text: 'Turn on user prompt evidence in the AI Services plan.',
    cli: 'az security pricing create -n AI --tier Standard --extensions name=AIPromptEvidence isEnabled=True',
    bicep: "properties: { pricingTier: 'Standard', extensions: [ { name: 'AIPromptEvidence', isEnabled: 'True' } ] }",
  },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/ai-onboarding'],
  controls: { mcsb: ['AI-6', 'LT-1'], owaspLlm2025: ['LLM01'], owaspLlm2026: ['LLM01'] },
  check: (subscription, view) => {
    const plan = planOf(subscription, view, 'AI');
    if (plan?.pricingTier !== 'Standard')
      return notApplicable('pricings/AI is not Standard: judged by subscription-defender-for-ai-plan');
    const on = Object.entries(plan.extensions).some(
      ([name, enabled]) => enabled && name.toLowerCase() === 'aipromptevidence',
    );
    return on ? pass : fail('pricings/AI extension AIPromptEvidence is not enabled');
  },
});
