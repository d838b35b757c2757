import rule from '../../../src/rules/aiservices/aiservices-no-ip-or-vnet-exceptions';
import { safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'no exception' }],
  fail: [
    { name: 'an ip rule', subject: { network: safeNetwork({ ipRules: ['203.0.113.7'] }) }, says: '1 ipRules' },
    {
      name: 'a subnet',
      subject: { network: safeNetwork({ virtualNetworkRules: ['subnet'] }) },
      says: '1 virtualNetworkRules',
    },
  ],
});
