import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { isInstance } from './managedNetwork';

export default defineRule({
  id: 'mlcompute-ci-shared-apps-or-root',
  subject: 'compute',
  title: 'Notebook instance is shared, or runs scripts of others as root',
  severity: 'medium',
  why: 'Applications of a shared instance open to everyone in the workspace, with the tokens of its owner. Setup scripts run as root and custom services listen on it: nobody but their author may have looked at them, so they are told at low severity.',
  fix: {
    text: 'Make the instance anew for one person, and keep setup scripts under review in a repository.',
    cli: 'az ml compute create -g RG -w WORKSPACE --file instance.yml',
    bicep: "properties: { properties: { applicationSharingPolicy: 'Personal' } }",
  },
  references: [
    'https://learn.microsoft.com/azure/machine-learning/how-to-create-compute-instance',
    'https://learn.microsoft.com/azure/machine-learning/how-to-customize-compute-instance',
  ],
  controls: { mcsb: ['PA-7'], atlas: ['AML.T0011'] },
  check: (compute) => {
    const { applicationSharingPolicy, hasSetupScripts, hasCustomServices } = compute;
    if (!isInstance(compute)) return notApplicable(`computeType is ${compute.computeType}`);
    if (applicationSharingPolicy.toLowerCase() !== 'personal')
      return fail(`applicationSharingPolicy is ${applicationSharingPolicy || 'of an unknown value'}`);
    const run = [...(hasSetupScripts ? ['setupScripts'] : []), ...(hasCustomServices ? ['customServices'] : [])];
    return run.length ? fail(`${run.join(' and ')} are there`, { key: 'scripts', severity: 'low' }) : pass;
  },
});
