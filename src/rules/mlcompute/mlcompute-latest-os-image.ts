import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { isInstance } from './managedNetwork';

export default defineRule({
  id: 'mlcompute-latest-os-image',
  subject: 'compute',
  title: 'Notebook instance runs an old image',
  severity: 'medium',
  why: 'Instances get their updates by being made anew: an old one keeps every hole that later images closed.',
  fix: {
    text: 'Make the instance anew; files in the workspace share stay.',
    cli: 'az ml compute delete -g RG -w WORKSPACE -n NAME',
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/concept-vulnerability-management'],
  controls: { mcsb: ['PV-2', 'PV-6'], owaspLlm2025: ['LLM03'], owaspLlm2026: ['LLM04'] },
  defender: {
    assessments: ['ce998c5a-e92a-4893-bbdd-4e1c940363a3'],
    policies: ['f110a506-2dcb-422e-bcea-d533fc8c35e2'],
    names: ['Azure Machine Learning compute instances should be recreated to get the latest software updates'],
    differs: 'Microsoft passes an instance of which Azure does not state whether its image is the latest.',
  },
  check: (compute, view) => {
    if (!isInstance(compute)) return notApplicable(`computeType is ${compute.computeType}`);
    if (compute.isLatestOsImageVersion === null)
      return view.doubt(compute, 'osImageMetadata.isLatestOsImageVersion', 'Azure does not state it');
    return compute.isLatestOsImageVersion ? pass : fail('osImageMetadata.isLatestOsImageVersion is false');
  },
});
