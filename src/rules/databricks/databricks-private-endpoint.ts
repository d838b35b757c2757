import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { isApproved, statusesOf } from '../privateLink';

export default defineRule({
  id: 'databricks-private-endpoint',
  subject: 'databricksWorkspace',
  title: 'Databricks workspace has no approved private endpoint',
  severity: 'low',
  why: 'Without a private endpoint users reach the workspace by its public address, which then cannot be closed.',
  fix: {
    text: 'Create a private endpoint for the group databricks_ui_api and approve its connection.',
    cli: 'az network private-endpoint create -g RG -n NAME --subnet SUBNET_ID --private-connection-resource-id WORKSPACE_ID --group-id databricks_ui_api --connection-name NAME',
  },
  references: ['https://learn.microsoft.com/azure/databricks/security/network/front-end/front-end-private-connect'],
  controls: { mcsb: ['NS-2'] },
  defender: {
    assessments: ['28ca6fb2-f3b0-4494-bcfb-6600b30fec50'],
    policies: ['258823f2-4595-4b52-b333-cc96192710d8'],
    names: ['Azure Databricks Workspaces should use private link'],
  },
  check: ({ privateEndpointConnections }) =>
    privateEndpointConnections.some(isApproved)
      ? pass
      : fail(`privateEndpointConnections are ${statusesOf(privateEndpointConnections)}`),
});
