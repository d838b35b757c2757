import { closes, defineEdge, seen } from '../defineEdge';
import { can, reaches, readsSecrets } from '../states';

export default defineEdge({
  kind: 'vault-policy-grants',
  reads: ['keyVault'],
  atlas: ['AML.T0012'],
  cost: 223,
  fix: 'Let the vault use roles in place of access policies.',
  draw: (tenant) =>
    tenant
      .all('keyVault')
      .filter(({ rbacAuthorization }) => !rbacAuthorization)
      .map((vault) => ({
        from: [can('vault.policy', vault.id), reaches(vault.id)],
        to: readsSecrets(vault.id),
        closedBy: [closes('rbac-vault', vault.id)],
        tell: () => ({
          says: `Writes itself into the access policies of ${vault.name} and reads every secret.`,
          evidence: [seen(vault, 'enableRbacAuthorization', false)],
        }),
      })),
});
