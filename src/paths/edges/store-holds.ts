import { defineEdge } from '../defineEdge';
import { readsStore, writesStore, type State } from '../states';

export default defineEdge({
  kind: 'store-holds',
  reads: ['storageAccount', 'blobContainer'],
  atlas: [],
  cost: 0,
  untold: true,
  fix: '',
  draw: (tenant) =>
    tenant.all('storageAccount').flatMap((account) =>
      tenant.below(account, 'blobContainer').flatMap((container) =>
        [readsStore, writesStore].map((state: (at: string) => State) => ({
          from: [state(account.id)],
          to: state(container.id),
          closedBy: [],
          tell: () => ({ says: `${container.name} lies in ${account.name}.`, evidence: [] }),
        })),
      ),
    ),
});
