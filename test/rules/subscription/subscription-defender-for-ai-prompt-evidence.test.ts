import rule from '../../../src/rules/subscription/subscription-defender-for-ai-prompt-evidence';
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
  pass: [{ name: 'on, named in odd casing', ...plan({ aipromptevidence: true }) }],
  fail: [
    { name: 'off', ...plan({ AIPromptEvidence: false }), says: 'AIPromptEvidence is not enabled' },
    { name: 'absent', ...plan({}) },
  ],
  notApplicable: [
    { name: 'the plan is Free', ...plan({ AIPromptEvidence: true }, 'Free') },
    { name: 'there is no plan' },
  ],
  unknown: [{ name: 'plans were not read', gaps: [gap], says: 'x/read' }],
});
