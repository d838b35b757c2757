import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { hasOwnNodes } from './managedNetwork';

export default defineRule({
  id: 'mlcompute-local-auth-disabled',
  subject: 'compute',
  title: 'ML compute has local accounts for SSH',
  severity: 'medium',
  why: 'Local accounts sign in with a key, past Entra ID and Conditional Access, and outlive the person.',
  fix: {
    text: 'Make the compute anew with local authentication off.',
    cli: 'az rest --method put --url "COMPUTE_ID?api-version=2025-06-01" --body @compute.json',
    bicep: 'properties: { disableLocalAuth: true }',
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/security-controls-policy'],
  controls: { mcsb: ['IM-1'], atlas: ['AML.T0012', 'AML.T0055'] },
  defender: {
    assessments: ['51740d72-1ff9-455d-ace0-c7384e903168'],
    policies: ['e96a9a5f-07ca-471b-9bc5-6a0f33cbd68f'],
    names: ['Azure Machine Learning Computes should have local authentication methods disabled'],
  },
  check: (compute) => {
    if (!hasOwnNodes(compute)) return notApplicable(`computeType is ${compute.computeType}`);
    if (compute.localAuthDisabled) return pass;
    return fail(`disableLocalAuth is ${compute.localAuthDisabled === null ? 'absent' : 'false'}`);
  },
});
