import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'kv-soft-delete',
  subject: 'keyVault',
  title: 'What is deleted from the vault of the AI stack is gone',
  severity: 'medium',
  why: 'A deleted key takes with it all data of the models that it encrypts, and a deleted secret every connection that needs it.',
  fix: {
    text: 'Turn soft delete on; it cannot be turned off again.',
    cli: 'az resource update --ids VAULT_ID --set properties.enableSoftDelete=true',
    bicep: 'properties: { enableSoftDelete: true }',
  },
  references: ['https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview'],
  controls: { mcsb: ['DP-8'] },
  defender: {
    assessments: ['78211c00-15a9-336e-17c4-0b48613dadf4'],
    policies: ['1e66c121-a66a-4b1f-9b83-0fd99bf0fc2d'],
    names: ['Key vaults should have soft delete enabled'],
  },
  check: (vault) => (vault.softDelete ? pass : fail('enableSoftDelete is false')),
});
