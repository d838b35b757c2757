import rule from '../../../src/rules/bot/bot-public-network-disabled';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'the public network is off' }],
  fail: [
    {
      name: 'it is on, as when the property is absent',
      subject: { publicNetworkAccess: 'Enabled' },
      says: 'is Enabled',
    },
    { name: 'a value nobody knows', subject: { publicNetworkAccess: 'Unrecognised' } },
    { name: 'a perimeter, which bots do not have', subject: { publicNetworkAccess: 'SecuredByPerimeter' } },
  ],
});
