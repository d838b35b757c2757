import rule from '../../../src/rules/mlcompute/mlcompute-vm-series-supported';
import { testRule } from '../../kit/testRule';

const sized = (vmSize: string, takenAt = '2026-11-24T06:00:00Z') => ({ subject: { vmSize }, takenAt });

testRule(rule, {
  pass: [
    { name: 'a series that ends later' },
    { name: 'a series that stays', ...sized('Standard_NC4as_T4_v3') },
    { name: 'a size nobody knows', ...sized('Standard_Q9') },
    { name: '180 days before its end', ...sized('Standard_DS3_v2', '2027-11-03T00:00:00Z') },
  ],
  fail: [
    { name: 'the first NC', ...sized('Standard_NC6'), says: 'series NC retires on 2023-09-06' },
    { name: 'its promotion, in odd casing', ...sized('standard_nc12_promo') },
    { name: 'NCv3 with a fast network', ...sized('Standard_NC24rs_v3'), says: 'NCv3' },
    { name: 'NVv4', ...sized('Standard_NV8as_v4'), says: '2026-09-30' },
    { name: '179 days before its end', ...sized('Standard_DS3_v2', '2027-11-04T00:00:00Z'), says: '2028-05-01' },
  ],
  notApplicable: [{ name: 'a compute without a size', ...sized(''), says: 'vmSize is empty' }],
});
