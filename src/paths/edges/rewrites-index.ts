import { defineEdge, seen } from '../defineEdge';
import { taintsAnswers, writesIndex } from '../states';
import { usesAs } from '../stores';

export default defineEdge({
  kind: 'rewrites-index',
  reads: ['searchService', 'storageAccount', 'blobContainer', 'cosmosAccount', 'connection'],
  atlas: ['AML.T0070', 'AML.T0071'],
  cost: 223,
  fix: 'Part who queries from who writes, and switch keys off.',
  draw: (tenant) =>
    usesAs(tenant, 'grounding')
      .filter(({ store }) => tenant.byId('searchService', store) !== undefined)
      .map(({ store, by, through }) => ({
        from: [writesIndex(store)],
        to: taintsAnswers(by),
        closedBy: [],
        tell: () => ({
          says: `Rewrites documents from which ${tenant.nameOf(by)} answers.`,
          evidence: [seen({ id: through }, 'target', store)],
        }),
      })),
});
