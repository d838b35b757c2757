import { defineRule } from '../defineRule';
import { planVerdict } from './defenderPlan';

export default defineRule({
  id: 'subscription-defender-for-apis',
  subject: 'subscription',
  needs: ['defenderPlan'],
  title: 'Defender for APIs is off',
  severity: 'low',
  why: 'Abuse of the gateways in front of models is not detected.',
  fix: {
    text: 'Turn on the APIs plan of Defender for Cloud where API Management fronts models.',
    cli: 'az security pricing create -n Api --tier Standard --subplan P1',
    bicep:
      "resource p 'Microsoft.Security/pricings@2024-01-01' = { name: 'Api', properties: { pricingTier: 'Standard', subPlan: 'P1' } }",
  },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/defender-for-apis-introduction'],
  controls: { mcsb: ['LT-1'], owaspLlm2025: ['LLM10'], owaspLlm2026: ['LLM06'], euAiAct: ['15.5', '55.1d'] },
  defender: {
    assessments: [],
    policies: ['7926a6d1-b268-4586-8197-e8ae90c877d7'],
    names: ['Microsoft Defender for APIs should be enabled'],
  },
  check: (subscription, view) => planVerdict(subscription, view, 'Api'),
});
