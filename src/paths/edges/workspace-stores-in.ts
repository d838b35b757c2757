import type { KindMap } from '../../model/resource';
import { closes, defineEdge, seen, type Move } from '../defineEdge';
import { can, hasKey } from '../states';
import type { Tenant } from '../tenant';

type Reads = 'mlWorkspace' | 'datastore' | 'storageAccount';

const gives = (
  workspace: KindMap['mlWorkspace'],
  storage: string,
  name: string,
  evidence: ReturnType<typeof seen>,
): Move => ({
  from: [can('ml.storeSecrets', workspace.id)],
  to: hasKey(storage),
  closedBy: [closes('identity-datastores', workspace.id)],
  tell: () => ({ says: `${workspace.name} hands out the key of ${name}.`, evidence: [evidence] }),
});

function ofDatastores(workspace: KindMap['mlWorkspace'], tenant: Tenant<Reads>): readonly Move[] {
  return tenant
    .below(workspace, 'datastore')
    .filter(({ credentialsType }) => /^(accountkey|sas)$/i.test(credentialsType))
    .flatMap((one) => {
      const storage = tenant.ownerOfHost(`${one.accountName}.blob.${one.endpointSuffix}`);
      if (!storage) return [];
      return [
        gives(workspace, storage, one.accountName, seen(one, 'credentials.credentialsType', one.credentialsType)),
      ];
    });
}

export default defineEdge({
  kind: 'workspace-stores-in',
  reads: ['mlWorkspace', 'datastore', 'storageAccount'],
  atlas: ['AML.T0055'],
  cost: 20,
  fix: 'Let datastores use the identity.',
  draw: (tenant) =>
    tenant
      .all('mlWorkspace')
      .flatMap((workspace) => [
        ...ofDatastores(workspace, tenant),
        ...(/^accesskey$/i.test(workspace.systemDatastoresAuthMode) && workspace.storageAccountId !== ''
          ? [
              gives(
                workspace,
                workspace.storageAccountId,
                tenant.nameOf(workspace.storageAccountId),
                seen(workspace, 'systemDatastoresAuthMode', workspace.systemDatastoresAuthMode),
              ),
            ]
          : []),
      ]),
});
