import rule from '../../../src/rules/databricks/databricks-vnet-injected';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'set' }],
  fail: [
    {
      name: 'not set, as when Azure leaves it out',
      subject: { customVirtualNetworkId: '' },
      says: 'customVirtualNetworkId is empty',
    },
    { name: 'a compute mode nobody knows', subject: { customVirtualNetworkId: '', computeMode: 'Other' } },
  ],
  notApplicable: [
    { name: 'serverless', subject: { customVirtualNetworkId: '', computeMode: 'Serverless' }, says: 'serverless' },
  ],
});
