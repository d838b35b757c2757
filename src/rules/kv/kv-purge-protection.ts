import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'kv-purge-protection',
  subject: 'keyVault',
  title: 'Vault of the AI stack can be purged',
  severity: 'medium',
  why: 'Whoever deletes and purges a customer-managed key destroys all data of the models that it encrypts.',
  fix: {
    text: 'Turn purge protection on; it cannot be turned off again.',
    cli: 'az keyvault update -g RG -n NAME --enable-purge-protection true',
    bicep: 'properties: { enableSoftDelete: true, enablePurgeProtection: true }',
  },
  references: ['https://learn.microsoft.com/azure/key-vault/general/soft-delete-overview'],
  controls: { mcsb: ['DP-8'], cis6: ['8.3.5'] },
  defender: {
    assessments: ['4ed62ae4-5072-f9e7-8d94-51c76c48159a'],
    policies: ['0b60c0b2-2dc2-4e1c-b5c9-abbed971de53'],
    names: ['Key vaults should have purge protection enabled'],
  },
  check: (vault) => (vault.purgeProtection ? pass : fail('enablePurgeProtection is false')),
});
