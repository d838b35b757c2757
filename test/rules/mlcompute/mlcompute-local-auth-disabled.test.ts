import rule from '../../../src/rules/mlcompute/mlcompute-local-auth-disabled';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'off on an instance' }, { name: 'off on a cluster', subject: { computeType: 'AmlCompute' } }],
  fail: [
    { name: 'on', subject: { localAuthDisabled: false }, says: 'disableLocalAuth is false' },
    {
      name: 'absent: never read as safe',
      subject: { computeType: 'AMLCOMPUTE', localAuthDisabled: null },
      says: 'disableLocalAuth is absent',
    },
  ],
  notApplicable: [
    {
      name: 'an attached machine',
      subject: { computeType: 'VirtualMachine', localAuthDisabled: null },
      says: 'VirtualMachine',
    },
  ],
});
