import { defineEdge, seen } from '../defineEdge';
import { can, runsOn } from '../states';

export default defineEdge({
  kind: 'deploys-endpoint',
  reads: ['mlWorkspace', 'onlineEndpoint', 'batchEndpoint'],
  atlas: ['AML.T0103'],
  cost: 223,
  // One right of several is enough to run code in a workspace, and not each of them deploys.
  certainty: 'likely',
  fix: 'Give a role of your own without onlineEndpoints/deployments/write.',
  draw: (tenant) =>
    tenant.all('mlWorkspace').flatMap((workspace) =>
      [...tenant.below(workspace, 'onlineEndpoint'), ...tenant.below(workspace, 'batchEndpoint')].map((one) => ({
        from: [can('ml.run', workspace.id)],
        to: runsOn(one.id),
        closedBy: [],
        tell: () => ({
          says: `Deploys code of its own to ${one.name}.`,
          evidence: [seen(one, 'ability', 'onlineEndpoints/deployments/write')],
        }),
      })),
    ),
});
