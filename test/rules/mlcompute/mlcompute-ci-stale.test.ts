import rule from '../../../src/rules/mlcompute/mlcompute-ci-stale';
import { testRule } from '../../kit/testRule';

const takenAt = '2026-11-24T06:00:00Z';

testRule(rule, {
  pass: [
    { name: 'used lately' },
    { name: 'used 30 days ago', takenAt, subject: { lastOperationAt: '2026-10-25T06:00:00Z' } },
    {
      name: 'the policy file waits longer',
      takenAt,
      subject: { lastOperationAt: '2026-09-01T06:00:00Z' },
      policy: { maxInstanceIdleDays: 90 },
    },
  ],
  fail: [
    {
      name: 'used 30 days and a second ago',
      takenAt,
      subject: { lastOperationAt: '2026-10-25T05:59:59Z' },
      says: 'maxInstanceIdleDays is 30',
    },
  ],
  notApplicable: [
    { name: 'a cluster', subject: { computeType: 'AmlCompute', lastOperationAt: '' }, says: 'AmlCompute' },
  ],
  unknown: [{ name: 'Azure states no operation', subject: { lastOperationAt: '' }, says: 'does not state' }],
});
