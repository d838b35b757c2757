import { closes, defineEdge, seen } from '../defineEdge';
import { taintsModel, writesStore } from '../states';
import { isImmutable, usesAs } from '../stores';

export default defineEdge({
  kind: 'feeds-training',
  reads: ['storageAccount', 'blobContainer', 'cosmosAccount', 'searchService', 'datastore', 'dataAsset'],
  atlas: ['AML.T0020', 'AML.T0059'],
  cost: 20,
  fix: 'Make the data immutable, and train from a version whose hash was approved.',
  draw: (tenant) =>
    usesAs(tenant, 'training')
      .filter(({ place }) => !isImmutable(place, tenant))
      .map(({ place, by, through }) => {
        const registered = tenant.byId('dataAsset', through) !== undefined;
        return {
          from: [writesStore(place)],
          to: taintsModel(by),
          certainty: registered ? ('likely' as const) : ('possible' as const),
          closedBy: [closes('immutable-data', place)],
          tell: () => ({
            says: `What ${tenant.nameOf(by)} learns from lies in ${tenant.nameOf(place)}; overwritten, its version stays the same.`,
            evidence: [seen({ id: through }, 'path', place), seen({ id: place }, 'immutabilityPolicy', 'none')],
            doubt: registered ? '' : 'nobody can see whether a model was trained from it',
          }),
        };
      }),
});
