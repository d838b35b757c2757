import rule from '../../../src/rules/subscription/subscription-attack-path-notifications';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const gap = {
  kind: 'securityContact',
  scope: '/subscriptions/s',
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;
const contact = (changes: object) => [safe('securityContact', changes)];

testRule(rule, {
  pass: [
    { name: 'High and above', around: contact({}) },
    { name: 'Low and above, in odd casing', around: contact({ attackPathRiskLevel: 'low' }) },
  ],
  fail: [
    { name: 'no contact', says: 'is empty' },
    { name: 'Critical only', around: contact({ attackPathRiskLevel: 'Critical' }), says: 'Critical' },
    { name: 'alerts only', around: contact({ attackPathRiskLevel: '' }), says: 'not set' },
    { name: 'nobody gets it', around: contact({ hasReceivers: false }) },
    { name: 'it is off', around: contact({ isEnabled: false }) },
  ],
  unknown: [{ name: 'contacts were not read', gaps: [gap], says: 'x/read' }],
});
