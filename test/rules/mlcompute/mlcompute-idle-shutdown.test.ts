import rule from '../../../src/rules/mlcompute/mlcompute-idle-shutdown';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'it stops after an hour' }],
  fail: [
    { name: 'no time is set', subject: { idleTimeBeforeShutdown: '' }, says: 'idleTimeBeforeShutdown is absent' },
    { name: 'odd casing', subject: { idleTimeBeforeShutdown: '', computeType: 'COMPUTEINSTANCE' } },
  ],
  notApplicable: [
    { name: 'a cluster', subject: { computeType: 'AmlCompute', idleTimeBeforeShutdown: '' }, says: 'AmlCompute' },
  ],
});
