import rule from '../../../src/rules/aiservices/aiservices-broad-ip-rule';
import { safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const rules = (...ipRules: string[]) => ({
  subject: { network: safeNetwork({ publicNetworkAccess: 'Enabled', ipRules }) },
});

testRule(rule, {
  pass: [
    { name: 'no ip rule', ...rules() },
    { name: 'a /9', ...rules('10.0.0.0/9') },
    { name: 'an IPv6 /17', ...rules('2001::/17') },
  ],
  fail: [
    { name: 'the whole internet', ...rules('203.0.113.7', '0.0.0.0/0'), says: '0.0.0.0/0' },
    { name: 'a /8', ...rules('10.0.0.0/8') },
    { name: 'two halves of a /8', ...rules('10.0.0.0/9', '10.128.0.0/9'), says: '10.0.0.0/9, 10.128.0.0/9' },
    { name: 'an IPv6 /16', ...rules('2001::/16') },
  ],
  notApplicable: [
    {
      name: 'the public network is off',
      subject: { network: safeNetwork({ ipRules: ['0.0.0.0/0'] }) },
      says: 'Disabled',
    },
  ],
});
