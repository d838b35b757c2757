import rule from '../../../src/rules/mlcompute/mlcompute-vm-size-allowed';
import { testRule } from '../../kit/testRule';

const policy = { allowedVmSizes: ['Standard_DS3_v2'] };

testRule(rule, {
  pass: [
    { name: 'a size on the list', policy },
    { name: 'odd casing', policy, subject: { vmSize: 'STANDARD_DS3_V2' } },
  ],
  fail: [
    { name: 'a size not on it', policy, subject: { vmSize: 'Standard_ND96isr_H100_v5' }, says: 'Standard_ND96isr' },
    { name: 'the start of one on it', policy, subject: { vmSize: 'Standard_DS3' } },
  ],
  notApplicable: [
    { name: 'there is no list', says: 'allowedVmSizes' },
    { name: 'a compute without a size', policy, subject: { vmSize: '' }, says: 'vmSize is empty' },
  ],
});
