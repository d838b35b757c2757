import rule from '../../../src/rules/foundry/foundry-network-limited';
import { safe, safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const foundry = { accountKind: 'AIServices', allowProjectManagement: true };
const open = (changes: Parameters<typeof safeNetwork>[0]) => ({
  subject: { ...foundry, network: safeNetwork({ publicNetworkAccess: 'Enabled', ...changes }) },
});
const gap = {
  kind: 'perimeterAssociation',
  scope: safe('aiAccount').id,
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;

testRule(rule, {
  pass: [
    { name: 'the public network is off', subject: foundry },
    { name: 'deny by default, in odd casing', subject: { ...open({}).subject, accountKind: 'aiservices' } },
    {
      name: 'an enforced perimeter',
      ...open({ publicNetworkAccess: 'SecuredByPerimeter' }),
      around: [safe('perimeterAssociation')],
    },
  ],
  fail: [
    {
      name: 'allow by default, as when both are absent',
      ...open({ defaultAction: 'Allow' }),
      says: 'defaultAction is Allow',
    },
    { name: 'deny, but a /8 is let in', ...open({ ipRules: ['10.0.0.0/8'] }) },
    { name: 'no perimeter', ...open({ publicNetworkAccess: 'SecuredByPerimeter' }) },
  ],
  notApplicable: [
    { name: 'no projects', subject: { ...open({ defaultAction: 'Allow' }).subject, allowProjectManagement: false } },
    { name: 'another kind', subject: { ...open({ defaultAction: 'Allow' }).subject, accountKind: 'OpenAI' } },
  ],
  unknown: [
    { name: 'the perimeter was not read', ...open({ publicNetworkAccess: 'SecuredByPerimeter' }), gaps: [gap] },
  ],
});
