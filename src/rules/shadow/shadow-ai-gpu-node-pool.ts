import { defineRule } from '../defineRule';
import { judgeShadow, shadowKinds } from '../shadowAi';

export default defineRule({
  id: 'shadow-ai-gpu-node-pool',
  subject: 'managedCluster',
  needs: [...shadowKinds],
  title: 'Cluster seems to serve models outside the inventory',
  severity: 'medium',
  why: 'What runs in pods is not seen through Azure: GPU nodes are where models are served without anybody knowing.',
  fix: {
    text: 'Move the calls to a managed account, or enter the workload in the register of the policy file (sanctioned) with owner and end.',
  },
  references: ['https://learn.microsoft.com/azure/aks/gpu-cluster'],
  controls: { mcsb: ['AM-2'], atlas: ['AML.T0075'] },
  check: judgeShadow,
});
