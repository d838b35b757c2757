import { defineRule } from '../defineRule';
import { planVerdict } from './defenderPlan';

export default defineRule({
  id: 'subscription-defender-for-ai-plan',
  subject: 'subscription',
  needs: ['defenderPlan'],
  title: 'Defender for AI Services is off',
  severity: 'high',
  why: 'Jailbreaks, stolen credentials and wallet abuse against the models of this subscription raise no alert.',
  fix: {
    text: 'Turn on the AI Services plan of Defender for Cloud.',
    cli: 'az security pricing create -n AI --tier Standard',
    bicep:
      "resource p 'Microsoft.Security/pricings@2024-01-01' = { name: 'AI', properties: { pricingTier: 'Standard' } }",
  },
  references: [
    'https://learn.microsoft.com/azure/defender-for-cloud/ai-threat-protection',
    'https://learn.microsoft.com/azure/defender-for-cloud/ai-onboarding',
  ],
  controls: {
    mcsb: ['LT-1', 'AI-6'],
    owaspLlm2025: ['LLM01', 'LLM10'],
    owaspLlm2026: ['LLM01', 'LLM06'],
    owaspAgentic2026: ['ASI01'],
    atlas: ['AML.T0051', 'AML.T0054', 'AML.T0034'],
    nistAiRmf: ['MANAGE-4.1'],
  },
  defender: {
    assessments: [],
    policies: ['c2c0c6d8-007b-4a48-8d9b-3539bddd8e87'],
    names: ['Microsoft Defender for AI Services should be enabled'],
    offByDefault: true,
  },
  check: (subscription, view) => planVerdict(subscription, view, 'AI'),
});
