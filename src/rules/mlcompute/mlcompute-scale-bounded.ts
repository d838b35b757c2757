import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { isCluster } from './managedNetwork';

/** 15 minutes. */
const mostIdleSeconds = 900;

export default defineRule({
  id: 'mlcompute-scale-bounded',
  subject: 'compute',
  title: 'Compute cluster may grow without bound, or never rests',
  severity: 'low',
  why: 'One stolen token starts as many nodes as the cluster allows, and nodes that never go to zero are a standing place for code. A node may idle for 15 minutes before it goes; the default of Azure ML is two.',
  fix: {
    text: 'Lower the largest number of nodes to what jobs need, the least to zero and the time of idleness to minutes.',
    cli: 'az ml compute update -g RG -w WORKSPACE -n NAME --min-instances 0 --max-instances 4 --idle-time-before-scale-down 120',
    bicep:
      "properties: { properties: { scaleSettings: { minNodeCount: 0, maxNodeCount: 4, nodeIdleTimeBeforeScaleDown: 'PT2M' } } }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-manage-optimize-cost'],
  controls: { mcsb: ['AM-2'], owaspLlm2025: ['LLM10'], owaspLlm2026: ['LLM06'], atlas: ['AML.T0034'] },
  check: (compute, view) => {
    const { minNodeCount, maxNodeCount, nodeIdleSeconds } = compute;
    const most = view.policy.maxClusterNodes;
    if (!isCluster(compute)) return notApplicable(`computeType is ${compute.computeType}`);
    if (maxNodeCount !== null && maxNodeCount > most)
      return fail(`scaleSettings.maxNodeCount is ${maxNodeCount}, maxClusterNodes is ${most}`);
    if (minNodeCount !== null && minNodeCount > 0) return fail(`scaleSettings.minNodeCount is ${minNodeCount}`);
    if (nodeIdleSeconds !== null && nodeIdleSeconds > mostIdleSeconds)
      return fail(`scaleSettings.nodeIdleTimeBeforeScaleDown is ${nodeIdleSeconds} seconds`);
    return maxNodeCount === null ? view.doubt(compute, 'scaleSettings', 'Azure states no maxNodeCount') : pass;
  },
});
