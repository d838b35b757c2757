import { closes, defineEdge, seen } from '../defineEdge';
import { hasKey, readsSecrets } from '../states';

export default defineEdge({
  kind: 'vault-holds',
  reads: ['mlWorkspace', 'keyVault'],
  atlas: ['AML.T0055'],
  cost: 20,
  certainty: 'likely',
  fix: 'Use identities in place of keys.',
  draw: (tenant) =>
    tenant
      .all('mlWorkspace')
      .filter((one) => one.keyVaultId !== '' && one.storageAccountId !== '')
      .filter(({ systemDatastoresAuthMode }) => /^accesskey$/i.test(systemDatastoresAuthMode))
      .map((workspace) => ({
        from: [readsSecrets(workspace.keyVaultId)],
        to: hasKey(workspace.storageAccountId),
        closedBy: [closes('identity-datastores', workspace.id)],
        tell: () => ({
          says: `${workspace.name} keeps the key of its storage in that vault.`,
          evidence: [
            seen(workspace, 'keyVault', workspace.keyVaultId),
            seen(workspace, 'systemDatastoresAuthMode', workspace.systemDatastoresAuthMode),
          ],
        }),
      })),
});
