import { defineEdge, seen } from '../defineEdge';
import { readsPrompts, readsStore } from '../states';
import { usesAs } from '../stores';

export default defineEdge({
  kind: 'reads-threads',
  reads: ['storageAccount', 'blobContainer', 'cosmosAccount', 'searchService', 'connection', 'capabilityHost'],
  atlas: ['AML.T0085.000'],
  cost: 20,
  fix: 'Give the agents a store of their own, without keys.',
  draw: (tenant) =>
    usesAs(tenant, 'prompts').map(({ place, by, through }) => ({
      from: [readsStore(place)],
      to: readsPrompts(by),
      closedBy: [],
      tell: () => ({
        says: `Conversations with the agents of ${tenant.nameOf(by)} are kept in ${tenant.nameOf(place)}.`,
        evidence: [seen({ id: through }, 'threadStorageConnections', place)],
      }),
    })),
});
