import { closes, defineEdge, seen } from '../defineEdge';
import { runsOn, writesShare } from '../states';

export default defineEdge({
  kind: 'edits-notebooks',
  reads: ['mlWorkspace', 'compute'],
  atlas: ['AML.T0011.000', 'AML.T0112.001'],
  // Somebody has to start the notebook.
  cost: 500,
  certainty: 'likely',
  fix: 'Let datastores use the identity, and switch shared keys of the storage off.',
  draw: (tenant) =>
    tenant.all('mlWorkspace').flatMap((workspace) =>
      tenant
        .below(workspace, 'compute')
        .filter((one) => /^computeinstance$/i.test(one.computeType) && workspace.storageAccountId !== '')
        .map((one) => ({
          from: [writesShare(workspace.storageAccountId)],
          to: runsOn(one.id),
          closedBy: [closes('identity-datastores', workspace.id)],
          tell: () => ({
            says: `Notebooks that ${one.name} mounts lie in that share: the next one runs the attacker's code.`,
            evidence: [
              seen(workspace, 'storageAccount', workspace.storageAccountId),
              seen(one, 'computeType', one.computeType),
            ],
          }),
        })),
    ),
});
