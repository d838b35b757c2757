import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { isApproved } from '../privateLink';
import { judgedOnHub } from './hubScope';
import type { MlWorkspace } from '../../model/ml';
import type { View } from '../../model/rule';

const subscriptionIn = (id: string): string => /^\/subscriptions\/([^/]+)\//i.exec(id)?.[1]?.toLowerCase() || '';

/**
 * Subscriptions of the workspace's tenant among those that were read: one of another tenant may be visible, and is foreign. Undefined
 * where not even the workspace's own is among them.
 */
function tenantOf(workspace: MlWorkspace, view: View<'subscription'>): ReadonlySet<string> | undefined {
  const all = view.all('subscription');
  const own = all.find(({ subscriptionId }) => subscriptionId === workspace.subscriptionId);
  const ours = all.filter(({ tenantId }) => tenantId === own?.tenantId);
  return own && new Set(ours.map(({ subscriptionId }) => subscriptionId.toLowerCase()));
}

export default defineRule({
  id: 'mlw-private-endpoint-own-tenant',
  subject: 'mlWorkspace',
  needs: ['subscription'],
  title: 'ML workspace has an approved private endpoint of a foreign tenant',
  severity: 'high',
  why: 'Such an endpoint is a door from a network nobody here controls, past every firewall of the workspace. Azure hides its id or shows a subscription that is not of this tenant.',
  fix: {
    text: 'Reject the connection unless its owner is known and meant.',
    cli: 'az network private-endpoint-connection reject --id CONNECTION_ID --description foreign',
  },
  references: [
    'https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link',
    'https://learn.microsoft.com/azure/private-link/manage-private-endpoint',
  ],
  controls: { mcsb: ['NS-2'], atlas: ['AML.T0012'] },
  check: (workspace, view) => {
    const hub = judgedOnHub(workspace);
    if (hub) return hub;
    const approved = workspace.privateEndpointConnections.filter(isApproved).map((one) => one.privateEndpointId);
    if (approved.some((id) => !subscriptionIn(id))) return fail('an approved connection has no privateEndpoint.id');
    const others = approved.map(subscriptionIn).filter((id) => id !== workspace.subscriptionId.toLowerCase());
    if (others.length === 0) return pass;
    const tenant = tenantOf(workspace, view);
    if (!tenant) return view.doubt(workspace, 'subscriptionId', 'subscriptions of the tenant were not read');
    const foreign = others.find((id) => !tenant.has(id));
    return foreign ? fail(`privateEndpoint.id of an approved connection is in subscription ${foreign}`) : pass;
  },
});
