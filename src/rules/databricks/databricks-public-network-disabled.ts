import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'databricks-public-network-disabled',
  subject: 'databricksWorkspace',
  title: 'Databricks workspace answers from the internet',
  severity: 'medium',
  why: 'Notebooks, jobs and served models are then one stolen token away from any network.',
  fix: {
    text: 'Give users a private endpoint, then turn the public network off.',
    cli: 'az databricks workspace update -g RG -n NAME --public-network-access Disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
  },
  references: ['https://learn.microsoft.com/azure/databricks/security/network/front-end/front-end-private-connect'],
  controls: { mcsb: ['NS-2'] },
  defender: {
    assessments: [],
    policies: ['0e7849de-b939-4c50-ab48-fc6b0f5eeba2'],
    names: ['Azure Databricks Workspaces should disable public network access'],
  },
  check: ({ publicNetworkAccess }) =>
    publicNetworkAccess === 'Disabled' ? pass : fail(`publicNetworkAccess is ${publicNetworkAccess}`),
});
