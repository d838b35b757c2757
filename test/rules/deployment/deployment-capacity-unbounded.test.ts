import rule from '../../../src/rules/deployment/deployment-capacity-unbounded';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [
    { name: 'little, no dynamic quota' },
    { name: 'exactly the ceiling', subject: { capacity: 1000 } },
    { name: 'a higher ceiling', subject: { capacity: 5000 }, policy: { maxDeploymentCapacity: 5000 } },
  ],
  fail: [
    {
      name: 'dynamic quota',
      subject: { dynamicThrottlingEnabled: true, capacity: null },
      says: 'dynamicThrottlingEnabled is true',
    },
    { name: 'above the ceiling', subject: { capacity: 1001 }, says: 'sku.capacity is 1001' },
  ],
  unknown: [{ name: 'the capacity is not stated', subject: { capacity: null }, says: 'sku.capacity' }],
});
