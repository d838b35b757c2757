import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { isApproved, statusesOf } from '../privateLink';
import { judgedOnHub } from './hubScope';

export default defineRule({
  id: 'mlw-network-restricted-any',
  subject: 'mlWorkspace',
  title: 'ML workspace has no network boundary at all',
  severity: 'high',
  why: 'It is public and not even one private endpoint is in use: nothing but the sign-in stands between the internet and the workspace.',
  fix: {
    text: 'Create a private endpoint, then turn the public network off.',
    cli: 'az ml workspace update -g RG -n NAME --public-network-access Disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-network-isolation-planning'],
  controls: { mcsb: ['NS-2'] },
  check: (workspace) => {
    const hub = judgedOnHub(workspace);
    if (hub) return hub;
    const { publicNetworkAccess, privateEndpointConnections } = workspace;
    return publicNetworkAccess === 'Disabled' || privateEndpointConnections.some(isApproved)
      ? pass
      : fail(
          `publicNetworkAccess is ${publicNetworkAccess}, privateEndpointConnections are ${statusesOf(privateEndpointConnections)}`,
        );
  },
});
