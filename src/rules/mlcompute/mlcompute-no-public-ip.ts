import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { hasOwnNodes, inManagedNetwork } from './managedNetwork';

export default defineRule({
  id: 'mlcompute-no-public-ip',
  subject: 'compute',
  needs: ['mlWorkspace'],
  title: 'ML compute nodes have public addresses',
  severity: 'high',
  why: 'Nodes that run training code and hold its tokens stand on the internet.',
  fix: {
    text: 'Make the compute anew without public addresses, in a managed or own network.',
    cli: 'az ml compute create -g RG -w WORKSPACE -n NAME --type AmlCompute --enable-node-public-ip false --subnet SUBNET_ID',
    bicep: 'properties: { properties: { enableNodePublicIp: false } }',
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-secure-training-vnet'],
  controls: { mcsb: ['NS-2'], atlas: ['AML.T0049'] },
  check: (compute, view) => {
    if (!hasOwnNodes(compute)) return notApplicable(`computeType is ${compute.computeType}`);
    if (compute.enableNodePublicIp !== null)
      return compute.enableNodePublicIp ? fail('enableNodePublicIp is true') : pass;
    return inManagedNetwork(compute, view)
      ? pass
      : fail('enableNodePublicIp is absent and managedNetwork.isolationMode is Disabled');
  },
});
