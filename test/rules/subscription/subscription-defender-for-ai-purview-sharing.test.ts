import rule from '../../../src/rules/subscription/subscription-defender-for-ai-purview-sharing';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const plan = (extensions: Record<string, boolean>, pricingTier: 'Standard' | 'Free' = 'Standard') => ({
  around: [safe('defenderPlan', { pricingTier, extensions })],
});
const gap = {
  kind: 'defenderPlan',
  scope: '/subscriptions/s',
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;

testRule(rule, {
  pass: [{ name: 'on, named in odd casing', ...plan({ aipromptsharingwithpurview: true }) }],
  fail: [
    { name: 'off', ...plan({ AIPromptSharingWithPurview: false }), says: 'AIPromptSharingWithPurview is not enabled' },
    { name: 'absent', ...plan({}) },
  ],
  notApplicable: [
    { name: 'the plan is Free', ...plan({ AIPromptSharingWithPurview: true }, 'Free') },
    { name: 'there is no plan' },
  ],
  unknown: [{ name: 'plans were not read', gaps: [gap], says: 'x/read' }],
});
