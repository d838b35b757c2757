import { closes, defineEdge, seen } from '../defineEdge';
import { internet, reaches, readsStore } from '../states';

export default defineEdge({
  kind: 'anonymous-reads',
  reads: ['storageAccount', 'blobContainer'],
  atlas: ['AML.T0036', 'AML.T0035'],
  cost: 20,
  fix: 'Allow no anonymous reading in the account.',
  draw: (tenant) =>
    tenant
      .all('storageAccount')
      .filter(({ allowBlobPublicAccess }) => allowBlobPublicAccess)
      .flatMap((account) =>
        tenant
          .below(account, 'blobContainer')
          .filter(({ publicAccess }) => publicAccess === 'Blob' || publicAccess === 'Container')
          .map((container) => ({
            from: [internet, reaches(account.id)],
            to: readsStore(container.id),
            // With access of kind Blob nobody lists the names: they must be known.
            cost: container.publicAccess === 'Blob' ? 420 : 20,
            closedBy: [closes('no-anonymous', account.id)],
            tell: () => ({
              says: `Reads the container ${container.name} without signing in.`,
              evidence: [
                seen(account, 'allowBlobPublicAccess', true),
                seen(container, 'publicAccess', container.publicAccess),
              ],
            }),
          })),
      ),
});
