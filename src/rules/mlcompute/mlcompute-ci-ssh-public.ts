import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { isInstance } from './managedNetwork';

export default defineRule({
  id: 'mlcompute-ci-ssh-public',
  subject: 'compute',
  title: 'SSH port of a notebook instance is open to the internet',
  severity: 'high',
  why: 'The instance holds the tokens and data of a data scientist, and its port can be attacked from anywhere.',
  fix: {
    text: 'Make the instance anew without SSH.',
    cli: 'az ml compute create -g RG -w WORKSPACE -n NAME --type ComputeInstance --ssh-public-access-enabled false',
    bicep: "properties: { properties: { sshSettings: { sshPublicAccess: 'Disabled' } } }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-create-compute-instance'],
  controls: { mcsb: ['NS-2'], atlas: ['AML.T0012'] },
  check: (compute) => {
    if (!isInstance(compute)) return notApplicable(`computeType is ${compute.computeType}`);
    const access = compute.sshPublicAccess;
    return access.toLowerCase() === 'disabled' ? pass : fail(`sshSettings.sshPublicAccess is ${access}`);
  },
});
