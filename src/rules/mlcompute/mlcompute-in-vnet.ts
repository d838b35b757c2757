import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { hasOwnNodes, inManagedNetwork } from './managedNetwork';

export default defineRule({
  id: 'mlcompute-in-vnet',
  subject: 'compute',
  needs: ['mlWorkspace'],
  title: 'ML compute is in no virtual network',
  severity: 'medium',
  why: 'Nothing filters what reaches the nodes, nor where their code may send training data.',
  fix: {
    text: 'Turn the managed network of the workspace on, or make the compute anew in a subnet.',
    cli: 'az ml compute create -g RG -w WORKSPACE -n NAME --type AmlCompute --subnet SUBNET_ID',
    bicep: 'properties: { properties: { subnet: { id: subnetId } } }',
  },
  references: [
    'https://learn.microsoft.com/azure/machine-learning/how-to-secure-training-vnet',
    'https://learn.microsoft.com/azure/machine-learning/how-to-managed-network',
  ],
  controls: { mcsb: ['NS-2', 'NS-1'] },
  defender: {
    assessments: ['0b712179-f61f-4e80-9286-f7eed8f08a47'],
    policies: ['7804b5c7-01dc-4723-969b-ae300cc07ff1'],
    names: ['Azure Machine Learning Computes should be in a virtual network'],
    differs: 'Microsoft looks at the subnet only and fails computes in a managed network.',
  },
  check: (compute, view) => {
    if (!hasOwnNodes(compute)) return notApplicable(`computeType is ${compute.computeType}`);
    return compute.subnetId || inManagedNetwork(compute, view)
      ? pass
      : fail('subnet.id is empty and managedNetwork.isolationMode is Disabled');
  },
});
