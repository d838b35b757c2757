import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { isApproved, statusesOf } from '../privateLink';
import { judgedOnHub } from './hubScope';

export default defineRule({
  id: 'mlw-private-endpoint-approved',
  subject: 'mlWorkspace',
  title: 'ML workspace has no approved private endpoint',
  severity: 'medium',
  why: 'Without a private endpoint notebooks, jobs and secrets of the workspace cross its public endpoint, which then cannot be closed.',
  fix: {
    text: 'Create a private endpoint for the group amlworkspace and approve its connection.',
    cli: 'az network private-endpoint create -g RG -n NAME --subnet SUBNET_ID --private-connection-resource-id WORKSPACE_ID --group-id amlworkspace --connection-name NAME',
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link'],
  controls: { mcsb: ['NS-2'], atlas: ['AML.T0049'] },
  defender: {
    assessments: ['692343df-7e70-b082-7b0e-67f97146cea3'],
    policies: ['45e05259-1eb5-4f70-9574-baf73e9d219b', '40cec1dd-a100-4920-b15b-3024fe8901ab'],
    names: ['Azure Machine Learning workspaces should use private link'],
  },
  check: (workspace) =>
    judgedOnHub(workspace) ||
    (workspace.privateEndpointConnections.some(isApproved)
      ? pass
      : fail(`privateEndpointConnections are ${statusesOf(workspace.privateEndpointConnections)}`)),
});
