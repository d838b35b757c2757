import rule from '../../../src/rules/databricks/databricks-infrastructure-encryption';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'set' }],
  fail: [
    {
      name: 'not set, as when Azure leaves it out',
      subject: { infrastructureEncryption: false },
      says: 'requireInfrastructureEncryption is not true',
    },
    { name: 'a compute mode nobody knows', subject: { infrastructureEncryption: false, computeMode: 'Other' } },
  ],
  notApplicable: [
    { name: 'serverless', subject: { infrastructureEncryption: false, computeMode: 'Serverless' }, says: 'serverless' },
  ],
});
