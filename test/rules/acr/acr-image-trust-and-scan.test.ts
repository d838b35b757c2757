import rule from '../../../src/rules/acr/acr-image-trust-and-scan';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const subject = { quarantineEnabled: false, trustEnabled: false };
const plan = (name: string, pricingTier: 'Standard' | 'Free' | 'Unrecognised') => [
  safe('defenderPlan', {
    id: `/subscriptions/s/providers/microsoft.security/pricings/${name.toLowerCase()}`,
    name,
    pricingTier,
  }),
];
const gap = {
  kind: 'defenderPlan',
  scope: '/subscriptions/s',
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;

testRule(rule, {
  pass: [
    { name: 'a quarantine holds images, whatever the plan', gaps: [gap] },
    { name: 'Defender scans them', subject, around: plan('CONTAINERS', 'Standard') },
  ],
  fail: [
    { name: 'the plan is off', subject, around: plan('Containers', 'Free'), says: 'pricings/Containers' },
    { name: 'another plan is on', subject, around: plan('AI', 'Standard'), says: 'pricings hold no Containers' },
    {
      name: 'trust alone scans nothing',
      subject: { ...subject, trustEnabled: true },
      around: plan('Containers', 'Free'),
    },
    { name: 'a tier nobody knows', subject, around: plan('Containers', 'Unrecognised') },
  ],
  unknown: [
    { name: 'plans were not read', subject, gaps: [gap], says: 'x/read' },
    { name: 'a registry of a subscription that is not among those read', subject, says: 'not among what was read' },
  ],
});
