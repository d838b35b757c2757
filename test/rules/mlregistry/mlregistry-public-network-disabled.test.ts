import rule from '../../../src/rules/mlregistry/mlregistry-public-network-disabled';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'the public network is off' }],
  fail: [
    {
      name: 'the public network is on, as when Azure leaves the property out',
      subject: { publicNetworkAccess: 'Enabled' },
      says: 'publicNetworkAccess is Enabled',
    },
    { name: 'a value nobody knows', subject: { publicNetworkAccess: 'Unrecognised' } },
  ],
  unknown: [
    { name: 'a perimeter rules, and its mode is not read', subject: { publicNetworkAccess: 'SecuredByPerimeter' } },
  ],
});
