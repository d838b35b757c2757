import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { isManaged } from '../mlcompute/managedNetwork';
import { judgedOnHub } from './hubScope';

export default defineRule({
  id: 'mlw-managed-network-pe-rule',
  subject: 'mlWorkspace',
  title: 'Managed network of the workspace reaches its stores over public endpoints',
  severity: 'low',
  why: 'Without a private endpoint rule the computes reach storage, vault and registry at their public addresses, which then cannot be closed.',
  fix: {
    text: 'Add an outbound rule of type PrivateEndpoint for each store that the computes use.',
    cli: 'az ml workspace outbound-rule set -g RG -w WORKSPACE --rule RULE --type private_endpoint --service-resource-id STORAGE_ID --sub-resource-target blob',
    bicep:
      "outboundRules: { st: { type: 'PrivateEndpoint', destination: { serviceResourceId: storageId, subresourceTarget: 'blob' } } }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-managed-network'],
  controls: { mcsb: ['NS-2'] },
  check: (workspace) => {
    const hub = judgedOnHub(workspace);
    if (hub) return hub;
    if (!isManaged(workspace)) return notApplicable(`managedNetwork.isolationMode is ${workspace.isolationMode}`);
    const types = workspace.outboundRules.map(({ type }) => type);
    return types.some((type) => type.toLowerCase() === 'privateendpoint')
      ? pass
      : fail(`managedNetwork.outboundRules are of type ${[...new Set(types)].join(', ') || 'none'}`);
  },
});
