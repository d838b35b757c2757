import rule from '../../../src/rules/acr/acr-public-network-restricted';
import { safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const open = (changes: Parameters<typeof safeNetwork>[0]) => ({
  subject: { network: safeNetwork({ publicNetworkAccess: 'Enabled', ...changes }) },
});

testRule(rule, {
  pass: [
    { name: 'the public network is off', subject: { network: safeNetwork({ defaultAction: 'Allow' }) } },
    { name: 'deny by default, a /9 allowed', ...open({ ipRules: ['20.0.0.0/9'] }) },
  ],
  fail: [
    {
      name: 'allow by default, as when Azure leaves the rules out',
      ...open({ defaultAction: 'Allow' }),
      says: 'defaultAction is Allow',
    },
    { name: 'a default action nobody knows', ...open({ defaultAction: 'Unrecognised' }) },
    { name: 'a public network value nobody knows', ...open({ publicNetworkAccess: 'Unrecognised' }) },
    { name: 'deny, but a /8 is let in', ...open({ ipRules: ['20.0.0.0/8'] }), says: '20.0.0.0/8' },
  ],
  unknown: [
    {
      name: 'a perimeter rules, and its mode is not read',
      ...open({ publicNetworkAccess: 'SecuredByPerimeter' }),
      says: 'SecuredByPerimeter',
    },
  ],
});
