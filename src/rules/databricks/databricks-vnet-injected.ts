import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'databricks-vnet-injected',
  subject: 'databricksWorkspace',
  title: 'Databricks workspace is not in a network of its owner',
  severity: 'medium',
  why: 'In the network that Databricks makes, nobody can set routes, firewalls or private endpoints for what clusters call.',
  fix: {
    text: 'Deploy the workspace into a virtual network of your own; a workspace with a managed network can be moved there by an update.',
    bicep:
      'properties: { parameters: { customVirtualNetworkId: { value: vnetId }, customPublicSubnetName: { value: hostSubnet }, customPrivateSubnetName: { value: containerSubnet } } }',
  },
  references: ['https://learn.microsoft.com/azure/databricks/security/network/classic/vnet-inject'],
  controls: { mcsb: ['NS-2'] },
  defender: {
    assessments: [],
    policies: ['9c25c9e4-ee12-4882-afd2-11fb9d87893f'],
    names: ['Azure Databricks Workspaces should be in a virtual network'],
  },
  check: ({ computeMode, customVirtualNetworkId }) => {
    if (computeMode === 'Serverless')
      return notApplicable('a serverless workspace runs no clusters in this subscription');
    return customVirtualNetworkId ? pass : fail('parameters.customVirtualNetworkId is empty');
  },
});
