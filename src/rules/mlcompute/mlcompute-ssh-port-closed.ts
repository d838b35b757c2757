import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { isCluster } from './managedNetwork';

export default defineRule({
  id: 'mlcompute-ssh-port-closed',
  subject: 'compute',
  title: 'SSH port of a training cluster is open to the internet',
  severity: 'high',
  why: 'Nodes that hold training data and tokens can be attacked by password and key guessing from anywhere.',
  fix: {
    text: 'Make the cluster anew with the remote login port closed.',
    cli: 'az ml compute create -g RG -w WORKSPACE -n NAME --type AmlCompute --ssh-public-access-enabled false',
    bicep: "properties: { properties: { remoteLoginPortPublicAccess: 'Disabled' } }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-create-attach-compute-cluster'],
  controls: { mcsb: ['NS-2', 'NS-7'], atlas: ['AML.T0012'] },
  check: (compute) => {
    if (!isCluster(compute)) return notApplicable(`computeType is ${compute.computeType}`);
    const access = compute.remoteLoginPortPublicAccess;
    return access.toLowerCase() === 'disabled' ? pass : fail(`remoteLoginPortPublicAccess is ${access || 'absent'}`);
  },
});
