import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'cosmos-cmk',
  subject: 'cosmosAccount',
  title: 'Cosmos account of the AI stack is encrypted with a key of Microsoft only',
  severity: 'info',
  why: 'Agent threads and memories cannot be made unreadable by revoking a key of your own.',
  fix: {
    text: 'Encrypt with a key in a vault that has purge protection.',
    cli: 'az cosmosdb update -g RG -n NAME --key-uri KEY_URI',
    bicep: 'properties: { keyVaultKeyUri: keyUri }',
  },
  references: ['https://learn.microsoft.com/azure/cosmos-db/how-to-setup-customer-managed-keys'],
  controls: { mcsb: ['DP-5'] },
  defender: {
    assessments: ['814df446-7128-eff0-9177-fa52ac035b74'],
    policies: ['1f905d99-2ab7-462c-a6b0-f709acca6c8f'],
    names: ['Azure Cosmos DB accounts should use customer-managed keys to encrypt data at rest'],
    offByDefault: true,
  },
  check: (cosmos) => (cosmos.customerManagedKey ? pass : fail('keyVaultKeyUri is empty')),
});
