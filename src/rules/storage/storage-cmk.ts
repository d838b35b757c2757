import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'storage-cmk',
  subject: 'storageAccount',
  title: 'Storage of the AI stack is encrypted with a key of Microsoft only',
  severity: 'low',
  why: 'Datasets and model files cannot be made unreadable by revoking a key of your own, even where the account or workspace that uses them has one.',
  fix: {
    text: 'Encrypt with a key in a vault that has purge protection.',
    cli: 'az storage account update -g RG -n NAME --encryption-key-source Microsoft.Keyvault --encryption-key-vault URI --encryption-key-name KEY',
    bicep:
      "properties: { encryption: { keySource: 'Microsoft.Keyvault', keyvaultproperties: { keyname: 'k', keyvaulturi: uri } } }",
  },
  references: ['https://learn.microsoft.com/azure/storage/common/customer-managed-keys-overview'],
  controls: { mcsb: ['DP-5'] },
  defender: {
    assessments: ['ca98bba7-719e-48ee-e193-0b76766cdb07'],
    policies: ['6fac406b-40ca-413b-bf8e-0bf964659c25'],
    names: ['Storage accounts should use customer-managed key (CMK) for encryption'],
    offByDefault: true,
  },
  check: (storage) => (storage.customerManagedKey ? pass : fail('encryption.keySource is not Microsoft.Keyvault')),
});
