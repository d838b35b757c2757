import rule from '../../../src/rules/mlendpoint/mlendpoint-online-public';
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
});
