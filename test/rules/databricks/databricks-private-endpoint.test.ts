import rule from '../../../src/rules/databricks/databricks-private-endpoint';
import { testRule } from '../../kit/testRule';
const connection = (status: string) => ({ privateEndpointId: '', status });

testRule(rule, {
  pass: [
    { name: 'approved' },
    {
      name: 'approved in odd casing, beside a rejected one',
      subject: { privateEndpointConnections: [connection('Rejected'), connection('APPROVED')] },
    },
  ],
  fail: [
    { name: 'none', subject: { privateEndpointConnections: [] }, says: 'none' },
    { name: 'pending', subject: { privateEndpointConnections: [connection('Pending')] }, says: 'Pending' },
  ],
});
