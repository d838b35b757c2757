import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'mlcompute-aks-attached-only',
  subject: 'compute',
  title: 'Workspace made its own Kubernetes cluster',
  severity: 'low',
  why: 'A cluster that the service makes escapes the network, versions and policies of the clusters that are looked after.',
  fix: {
    text: 'Make the cluster outside, under its own policies, and attach it.',
    cli: 'az ml compute attach -g RG -w WORKSPACE -n NAME --type Kubernetes --resource-id CLUSTER_ID',
    bicep: "properties: { computeType: 'AKS', resourceId: cluster.id }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-attach-kubernetes-anywhere'],
  controls: { mcsb: ['AM-2'] },
  check: ({ computeType, attachedResourceId }) => {
    if (computeType.toLowerCase() !== 'aks') return notApplicable(`computeType is ${computeType}`);
    return attachedResourceId ? pass : fail('computeType is AKS and resourceId is empty');
  },
});
