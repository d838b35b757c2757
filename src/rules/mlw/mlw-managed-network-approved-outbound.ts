import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { judgedOnHub } from './hubScope';

export default defineRule({
  id: 'mlw-managed-network-approved-outbound',
  subject: 'mlWorkspace',
  title: 'Computes of the workspace may send data anywhere',
  severity: 'medium',
  why: 'Code from a notebook, package or model can carry training data to any host of the internet.',
  fix: {
    text: 'Run the managed network in the mode that allows approved destinations only.',
    cli: 'az ml workspace update -g RG -n NAME --managed-network allow_only_approved_outbound',
    bicep: "properties: { managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' } }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-managed-network'],
  controls: { mcsb: ['NS-2'], owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'], atlas: ['AML.T0025'] },
  defender: { assessments: [], policies: ['6ddb1705-c8cf-450e-aa4b-19ad6703c440'], offByDefault: true },
  check: (workspace) =>
    judgedOnHub(workspace) ||
    (workspace.isolationMode.toLowerCase() === 'allowonlyapprovedoutbound'
      ? pass
      : fail(`managedNetwork.isolationMode is ${workspace.isolationMode}`)),
});
