import rule from '../../../src/rules/databricks/databricks-public-network-disabled';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'off' }],
  fail: [
    {
      name: 'on, as when Azure leaves it out',
      subject: { publicNetworkAccess: 'Enabled' },
      says: 'publicNetworkAccess is Enabled',
    },
    { name: 'a value nobody knows', subject: { publicNetworkAccess: 'Unrecognised' } },
    { name: 'a perimeter, which Databricks does not offer', subject: { publicNetworkAccess: 'SecuredByPerimeter' } },
  ],
});
