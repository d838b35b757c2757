import { closes, defineEdge, seen } from '../defineEdge';
import { atPartner, reaches } from '../states';

const subscriptionOf = (id: string): string => /^\/subscriptions\/([^/]+)\//.exec(id)?.[1] ?? '';

export default defineEdge({
  kind: 'foreign-endpoint-reaches',
  reads: [
    'aiAccount',
    'searchService',
    'storageAccount',
    'keyVault',
    'cosmosAccount',
    'containerRegistry',
    'subscription',
  ],
  atlas: ['AML.T0012'],
  cost: 20,
  // Managed networks of Microsoft hold endpoints in subscriptions that nobody lists: who owns this one is not proven.
  certainty: 'possible',
  fix: 'Reject the connection if nobody here asked for it.',
  draw: (tenant) => {
    const ours = new Set(tenant.all('subscription').map(({ subscriptionId }) => subscriptionId));
    return (['aiAccount', 'searchService', 'storageAccount', 'keyVault', 'cosmosAccount', 'containerRegistry'] as const)
      .flatMap((kind) => tenant.all(kind))
      .flatMap((one) =>
        one.network.privateEndpointConnections
          .filter(
            ({ status, privateEndpointId: id }) => status === 'Approved' && id !== '' && !ours.has(subscriptionOf(id)),
          )
          .map(({ privateEndpointId }) => ({
            from: [atPartner(subscriptionOf(privateEndpointId))],
            to: reaches(one.id),
            closedBy: [closes('reject-endpoint', one.id)],
            tell: () => ({
              says: `${one.name} has an approved private endpoint in a subscription that is none of ours.`,
              evidence: [seen(one, 'privateEndpointConnections', privateEndpointId)],
              doubt: 'the subscription may be one of Microsoft for a managed network',
            }),
          })),
      );
  },
});
