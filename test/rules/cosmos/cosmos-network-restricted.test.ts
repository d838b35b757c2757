import rule from '../../../src/rules/cosmos/cosmos-network-restricted';
import { safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const open = (ipRules: string[], virtualNetworkFilterEnabled = false) => ({
  subject: { virtualNetworkFilterEnabled, network: safeNetwork({ publicNetworkAccess: 'Enabled', ipRules }) },
});
const off = safeNetwork({ publicNetworkAccess: 'Disabled' });

testRule(rule, {
  pass: [
    { name: 'the public network is off', subject: { virtualNetworkFilterEnabled: false, network: off } },
    { name: 'one address', ...open(['203.0.113.7']) },
    { name: 'subnets alone', ...open([], true) },
    { name: 'a /9', ...open(['20.0.0.0/9']) },
  ],
  fail: [
    { name: 'neither addresses nor subnets', ...open([]), says: 'ipRules are empty' },
    { name: 'a /8', ...open(['20.0.0.0/8']), says: '20.0.0.0/8' },
    { name: 'subnets, and a /8 beside them', ...open(['20.0.0.0/8'], true) },
    { name: 'all of Azure', ...open(['203.0.113.7', '0.0.0.0']), says: '0.0.0.0' },
    { name: 'a value nobody knows', subject: { network: safeNetwork({ publicNetworkAccess: 'Unrecognised' }) } },
  ],
  unknown: [
    {
      name: 'a perimeter rules, and its mode is not read',
      subject: { network: safeNetwork({ publicNetworkAccess: 'SecuredByPerimeter' }) },
    },
  ],
});
