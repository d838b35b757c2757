import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'storage-cross-tenant-replication-off',
  subject: 'storageAccount',
  title: 'Storage of the AI stack may replicate to another tenant',
  severity: 'medium',
  why: 'A replication rule copies datasets and models to an account in a foreign tenant, silently and for as long as it stands.',
  fix: {
    text: 'Turn cross-tenant replication off.',
    cli: 'az storage account update -g RG -n NAME --allow-cross-tenant-replication false',
    bicep: 'properties: { allowCrossTenantReplication: false }',
  },
  references: ['https://learn.microsoft.com/azure/storage/blobs/object-replication-prevent-cross-tenant-policies'],
  controls: {
    mcsb: ['NS-2', 'DP-2'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    atlas: ['AML.T0025'],
    cis6: ['9.3.7'],
  },
  check: (storage) => (storage.allowCrossTenantReplication ? fail('allowCrossTenantReplication is true') : pass),
});
