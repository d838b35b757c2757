import { defineEdge, seen } from '../defineEdge';
import { readsStore, takesModel } from '../states';
import { usesAs } from '../stores';

export default defineEdge({
  kind: 'takes-model',
  reads: [
    'storageAccount',
    'blobContainer',
    'cosmosAccount',
    'searchService',
    'mlWorkspace',
    'datastore',
    'modelVersion',
  ],
  atlas: ['AML.T0035', 'AML.T0048.004', 'AML.T0025'],
  cost: 20,
  certainty: 'likely',
  fix: 'Keep weights in a private store, and let nothing be exported.',
  draw: (tenant) =>
    usesAs(tenant, 'artefacts').flatMap(({ place, by }) => {
      const workspace = tenant.byId('mlWorkspace', by);
      const own = workspace ? tenant.below(workspace, 'modelVersion').filter(({ isArchived }) => !isArchived) : [];
      const [first] = own;
      if (!workspace || !first) return [];
      return [
        {
          from: [readsStore(place)],
          to: takesModel(workspace.id),
          closedBy: [],
          tell: () => ({
            says: `Copies the weights of ${first.modelName}${own.length > 1 ? ` and ${own.length - 1} more` : ''}.`,
            evidence: [seen(first, 'modelUri', first.modelUri), seen(workspace, 'storageAccount', place)],
          }),
        },
      ];
    }),
});
