import { closes, defineEdge, seen } from '../defineEdge';
import { accountBehind } from '../gateways';
import { bypasses, calls } from '../states';
import { callable } from './key-opens';

export default defineEdge({
  kind: 'bypasses-gateway',
  reads: ['apimService', 'apimApi', 'apimPolicy', 'apimPolicyFragment', 'apimBackend', 'aiAccount', 'deployment'],
  atlas: ['AML.T0040'],
  cost: 20,
  fix: 'Let the account answer the gateway alone: private endpoint, keys off.',
  draw: (tenant) =>
    tenant.all('apimApi').flatMap((api) => {
      const account = accountBehind(api, tenant);
      if (!account) return [];
      return callable(account, tenant).map((id) => ({
        from: [calls(id)],
        to: bypasses(id),
        closedBy: [closes('close-network', account.id)],
        tell: () => ({
          says: `Limits and filters of ${tenant.nameOf(api.parentId ?? '')} are not on that way.`,
          evidence: [seen(api, 'serviceUrl', account.hosts[0] ?? account.name)],
        }),
      }));
    }),
});
