import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import type { Compute } from '../../model/ml';
import { isCluster } from './managedNetwork';

/** 15 minutes. */
const mostIdleSeconds = 900;

/** What is wrong with how the cluster grows and rests; '' when nothing is. */
function fault({ minNodeCount, maxNodeCount, nodeIdleSeconds }: Compute, most: number): string {
  if ((maxNodeCount ?? 0) > most)
    return `scaleSettings.maxNodeCount is ${String(maxNodeCount)}, maxClusterNodes is ${most}`;
  if ((minNodeCount ?? 0) > 0) return `scaleSettings.minNodeCount is ${String(minNodeCount)}`;
  return (nodeIdleSeconds ?? 0) > mostIdleSeconds
    ? `scaleSettings.nodeIdleTimeBeforeScaleDown is ${String(nodeIdleSeconds)} seconds`
    : '';
}

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
    if (!isCluster(compute)) return notApplicable(`computeType is ${compute.computeType}`);
    const told = fault(compute, view.policy.maxClusterNodes);
    if (told !== '') return fail(told);
    return compute.maxNodeCount === null ? view.doubt(compute, 'scaleSettings', 'Azure states no maxNodeCount') : pass;
  },
});
