import rule from '../../../src/rules/subscription/subscription-defender-for-apis';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const plan = (pricingTier: 'Standard' | 'Free' | 'Unrecognised', name = 'Api') => ({
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
  pass: [{ name: 'the plan is Standard, named in odd casing', ...plan('Standard', 'api') }],
  fail: [
    { name: 'it is Free', ...plan('Free'), says: 'pricings/Api pricingTier is Free' },
    { name: 'a tier nobody knows', ...plan('Unrecognised') },
    { name: 'another plan alone', ...plan('Standard', 'KeyVaults'), says: 'pricings hold no Api' },
    { name: 'no plan at all' },
  ],
  unknown: [{ name: 'plans were not read', gaps: [gap], says: 'x/read' }],
});
