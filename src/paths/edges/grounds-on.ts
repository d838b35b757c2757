import { closes, defineEdge, seen } from '../defineEdge';
import { taintsAnswers, writesStore } from '../states';
import { isImmutable, usesAs } from '../stores';

export default defineEdge({
  kind: 'grounds-on',
  reads: ['storageAccount', 'blobContainer', 'cosmosAccount', 'searchService', 'connection'],
  atlas: ['AML.T0070', 'AML.T0066'],
  cost: 20,
  // Which index draws on the store is told by the data plane alone.
  certainty: 'possible',
  fix: 'Let fewer write there, and review documents before they are indexed.',
  draw: (tenant) =>
    usesAs(tenant, 'grounding')
      .filter(({ place, store }) => tenant.byId('searchService', store) === undefined && !isImmutable(place, tenant))
      .map(({ place, by, through }) => ({
        from: [writesStore(place)],
        to: taintsAnswers(by),
        closedBy: [closes('immutable-data', place)],
        tell: () => ({
          says: `${tenant.nameOf(by)} answers from what lies in ${tenant.nameOf(place)}.`,
          evidence: [seen({ id: through }, 'target', place)],
          doubt: 'which index draws on it was not read',
        }),
      })),
});
