import rule from '../../../src/rules/subscription/subscription-defender-for-ai-plan';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const plan = (pricingTier: 'Standard' | 'Free' | 'Unrecognised', name = 'AI') => ({
  around: [safe('defenderPlan', { name, pricingTier })],
});
const gap = {
  kind: 'defenderPlan',
  scope: '/subscriptions/s',
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;

testRule(rule, {
  pass: [{ name: 'the plan is Standard, named in odd casing', ...plan('Standard', 'ai') }],
  fail: [
    { name: 'it is Free', ...plan('Free'), says: 'pricings/AI pricingTier is Free' },
    { name: 'a tier nobody knows', ...plan('Unrecognised') },
    { name: 'another plan alone', ...plan('Standard', 'KeyVaults'), says: 'pricings hold no AI' },
    { name: 'no plan at all' },
  ],
  unknown: [{ name: 'plans were not read', gaps: [gap], says: 'x/read' }],
});
