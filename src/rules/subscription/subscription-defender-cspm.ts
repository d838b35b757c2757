import { defineRule } from '../defineRule';
import { planVerdict } from './defenderPlan';

export default defineRule({
  id: 'subscription-defender-cspm',
  subject: 'subscription',
  needs: ['defenderPlan'],
  title: 'Defender CSPM is off',
  severity: 'medium',
  why: 'Without the paid posture plan Defender discovers no AI bill of materials, shows no attack path and judges no Foundry resource.',
  fix: {
    text: 'Turn on the Defender CSPM plan.',
    cli: 'az security pricing create -n CloudPosture --tier Standard',
    bicep:
      "resource p 'Microsoft.Security/pricings@2024-01-01' = { name: 'CloudPosture', properties: { pricingTier: 'Standard' } }",
  },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/concept-cloud-security-posture-management'],
  controls: { mcsb: ['LT-1', 'AM-1'], cis6: ['8.1.1.1'] },
  check: (subscription, view) => planVerdict(subscription, view, 'CloudPosture'),
});
