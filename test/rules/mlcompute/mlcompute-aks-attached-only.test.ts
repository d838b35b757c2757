import rule from '../../../src/rules/mlcompute/mlcompute-aks-attached-only';
import { testRule } from '../../kit/testRule';

const cluster = '/subscriptions/s/resourcegroups/rg/providers/microsoft.containerservice/managedclusters/k';

testRule(rule, {
  pass: [{ name: 'attached', subject: { computeType: 'AKS', attachedResourceId: cluster } }],
  fail: [
    {
      name: 'made by the service',
      subject: { computeType: 'aks', attachedResourceId: '' },
      says: 'resourceId is empty',
    },
  ],
  notApplicable: [
    { name: 'an instance', says: 'ComputeInstance' },
    { name: 'Kubernetes can only be attached', subject: { computeType: 'Kubernetes' }, says: 'Kubernetes' },
  ],
});
