import { closes, defineEdge, seen } from '../defineEdge';
import { runsOn, writesStore } from '../states';

export default defineEdge({
  kind: 'edits-job-code',
  reads: ['mlWorkspace', 'compute'],
  atlas: ['AML.T0010.001'],
  cost: 500,
  // Jobs are not read: whether one runs from there is not seen.
  certainty: 'possible',
  fix: 'Keep versions of blobs, make job code immutable, let datastores use the identity.',
  draw: (tenant) =>
    tenant.all('mlWorkspace').flatMap((workspace) =>
      tenant
        .below(workspace, 'compute')
        .filter((one) => /^(amlcompute|kubernetes)$/i.test(one.computeType) && workspace.storageAccountId !== '')
        .map((one) => ({
          from: [writesStore(workspace.storageAccountId)],
          to: runsOn(one.id),
          closedBy: [closes('immutable-data', workspace.storageAccountId)],
          tell: () => ({
            says: `Code of jobs on ${one.name} lies in that store.`,
            evidence: [seen(workspace, 'storageAccount', workspace.storageAccountId)],
            doubt: 'jobs were not read',
          }),
        })),
    ),
});
