import rule from '../../../src/rules/aiservices/aiservices-network-acl-default-deny';
import { safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const enabled = (defaultAction: 'Allow' | 'Deny' | 'Unrecognised') => ({
  subject: { network: safeNetwork({ publicNetworkAccess: 'Enabled', defaultAction }) },
});

testRule(rule, {
  pass: [{ name: 'deny by default', ...enabled('Deny') }],
  fail: [
    {
      name: 'allow by default, as when there are no network rules',
      ...enabled('Allow'),
      says: 'defaultAction is Allow',
    },
    { name: 'an action nobody knows', ...enabled('Unrecognised') },
  ],
  notApplicable: [{ name: 'the public network is off', subject: { network: safeNetwork({ defaultAction: 'Allow' }) } }],
});
