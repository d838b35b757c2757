import rule from '../../../src/rules/raipolicy/raipolicy-egress-default-deny';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const egress = (changes = {}) => ({ around: [safe('guardrailEgress', changes)] });
const elsewhere = { id: `${safe('guardrail').id}2/egresspolicy`, defaultAction: 'Allow' };

testRule(rule, {
  pass: [{ name: 'denied and enforced', ...egress() }],
  fail: [
    { name: 'allowed by default', ...egress({ defaultAction: 'Allow' }), says: 'defaultAction is Allow' },
    { name: 'a word of tomorrow', ...egress({ defaultAction: 'Unrecognised' }) },
    { name: 'only written down', ...egress({ mode: 'Audit' }), says: 'mode is Audit' },
    { name: 'a rule for every host', ...egress({ allowsEveryHost: true }), says: 'every host' },
  ],
  notApplicable: [
    { name: 'no egress policy', says: 'absent' },
    { name: 'that of another guardrail', ...egress(elsewhere), says: 'absent' },
    { name: 'built in', subject: { type: 'SystemManaged' }, ...egress({ defaultAction: 'Allow' }) },
  ],
  unknown: [
    {
      name: 'not read',
      gaps: [
        { kind: 'guardrailEgress', scope: safe('aiAccount').id, reason: 'forbidden', permission: 'x/read', detail: '' },
      ],
      says: 'x/read',
    },
  ],
});
