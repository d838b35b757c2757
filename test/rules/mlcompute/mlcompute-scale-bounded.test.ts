import rule from '../../../src/rules/mlcompute/mlcompute-scale-bounded';
import { testRule } from '../../kit/testRule';

const cluster = (minNodeCount: number | null, maxNodeCount: number | null, nodeIdleSeconds: number | null = null) => ({
  subject: { computeType: 'AmlCompute', minNodeCount, maxNodeCount, nodeIdleSeconds },
});

testRule(rule, {
  pass: [
    { name: 'idle for a quarter of an hour', ...cluster(0, 4, 900) },
    { name: 'ten nodes at most', ...cluster(0, 10) },
    { name: 'the least is absent: zero', ...cluster(null, 4) },
    { name: 'the policy file allows more', ...cluster(0, 50), policy: { maxClusterNodes: 50 } },
  ],
  fail: [
    { name: 'idle for a second more', ...cluster(0, 4, 901), says: 'nodeIdleTimeBeforeScaleDown is 901 seconds' },
    { name: 'eleven nodes', ...cluster(0, 11), says: 'maxNodeCount is 11, maxClusterNodes is 10' },
    { name: 'one node always', ...cluster(1, 4), says: 'minNodeCount is 1' },
  ],
  notApplicable: [{ name: 'an instance', says: 'ComputeInstance' }],
  unknown: [{ name: 'Azure states no scale', ...cluster(null, null), says: 'maxNodeCount' }],
});
