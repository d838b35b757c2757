import rule from '../../../src/rules/databricks/databricks-no-public-ip';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'set' }],
  fail: [
    {
      name: 'not set, as when Azure leaves it out',
      subject: { noPublicIp: false },
      says: 'enableNoPublicIp is not true',
    },
    { name: 'a compute mode nobody knows', subject: { noPublicIp: false, computeMode: 'Other' } },
  ],
  notApplicable: [
    { name: 'serverless', subject: { noPublicIp: false, computeMode: 'Serverless' }, says: 'serverless' },
  ],
});
