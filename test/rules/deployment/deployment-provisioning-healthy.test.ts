import rule from '../../../src/rules/deployment/deployment-provisioning-healthy';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'it came up' }, { name: 'it is on its way', subject: { provisioningState: 'Creating' } }],
  fail: [
    { name: 'it failed', subject: { provisioningState: 'Failed' }, says: 'provisioningState is Failed' },
    { name: 'it was stopped, in odd casing', subject: { provisioningState: 'CANCELED' } },
  ],
});
