import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { isCluster } from './managedNetwork';

export default defineRule({
  id: 'mlcompute-scale-bounded',
  subject: 'compute',
  title: 'Compute cluster may grow without bound, or never rests',
  severity: 'low',
  why: 'One stolen token starts as many nodes as the cluster allows, and nodes that never go to zero are a standing place for code. How long a node idles before it goes is not judged.',
  fix: {
    text: 'Lower the largest number of nodes to what jobs need, and the least to zero.',
    cli: 'az ml compute update -g RG -w WORKSPACE -n NAME --min-instances 0 --max-instances 4',
    bicep: 'properties: { properties: { scaleSettings: { minNodeCount: 0, maxNodeCount: 4 } } }',
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-manage-optimize-cost'],
  controls: { mcsb: ['AM-2'], owaspLlm2025: ['LLM10'], owaspLlm2026: ['LLM06'], atlas: ['AML.T0034'] },
  check: (compute, view) => {
    const { minNodeCount, maxNodeCount } = compute;
    const most = view.policy.maxClusterNodes;
    if (!isCluster(compute)) return notApplicable(`computeType is ${compute.computeType}`);
    if (maxNodeCount !== null && maxNodeCount > most)
      return fail(`scaleSettings.maxNodeCount is ${maxNodeCount}, maxClusterNodes is ${most}`);
    if (minNodeCount !== null && minNodeCount > 0) return fail(`scaleSettings.minNodeCount is ${minNodeCount}`);
    return maxNodeCount === null ? view.doubt(compute, 'scaleSettings', 'Azure states no maxNodeCount') : pass;
  },
});
