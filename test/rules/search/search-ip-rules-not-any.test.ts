import rule from '../../../src/rules/search/search-ip-rules-not-any';
import { safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const open = (...ipRules: string[]) => ({
  subject: { network: safeNetwork({ publicNetworkAccess: 'Enabled', ipRules }) },
});

testRule(rule, {
  pass: [
    { name: 'there is no rule', ...open() },
    { name: 'a /9', ...open('20.0.0.0/9') },
    { name: 'an IPv6 /17', ...open('2001::/17') },
  ],
  fail: [
    { name: 'everyone', ...open('0.0.0.0/0'), says: '0.0.0.0/0' },
    { name: 'a /8', ...open('203.0.113.7', '20.0.0.0/8'), says: '20.0.0.0/8' },
    { name: 'two halves of a /8', ...open('20.0.0.0/9', '20.128.0.0/9') },
    { name: 'an IPv6 /16', ...open('2001::/16') },
    { name: 'what is no range', ...open('anywhere'), says: 'anywhere' },
  ],
  notApplicable: [
    {
      name: 'the public network is off',
      subject: { network: safeNetwork({ ipRules: ['0.0.0.0/0'] }) },
      says: 'Disabled',
    },
    {
      name: 'a perimeter rules',
      subject: { network: safeNetwork({ publicNetworkAccess: 'SecuredByPerimeter', ipRules: ['0.0.0.0/0'] }) },
    },
  ],
});
