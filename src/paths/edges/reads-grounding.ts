import { defineEdge, seen } from '../defineEdge';
import { readsIndex, readsPrivate, readsStore } from '../states';
import { usesAs } from '../stores';

export default defineEdge({
  kind: 'reads-grounding',
  reads: ['storageAccount', 'blobContainer', 'cosmosAccount', 'searchService', 'datastore', 'connection', 'dataAsset'],
  atlas: ['AML.T0085.000', 'AML.T0036'],
  cost: 20,
  fix: 'Keep what models learn from in a private store, with access by document.',
  draw: (tenant) => [
    ...usesAs(tenant, 'training', 'grounding')
      .filter(({ store }) => tenant.byId('searchService', store) === undefined)
      .map(({ place, role, through }) => ({
        from: [readsStore(place)],
        to: readsPrivate(place),
        closedBy: [],
        tell: () => ({
          says: `Takes ${role === 'training' ? 'training' : 'grounding'} data from ${tenant.nameOf(place)}.`,
          evidence: [seen({ id: through }, 'uses', place)],
        }),
      })),
    ...tenant.all('searchService').map((one) => ({
      from: [readsIndex(one.id)],
      to: readsPrivate(one.id),
      closedBy: [],
      tell: () => ({ says: `Takes the documents behind ${one.name}.`, evidence: [seen(one, 'indexes', 'readable')] }),
    })),
  ],
});
