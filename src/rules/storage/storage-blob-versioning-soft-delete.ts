import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'storage-blob-versioning-soft-delete',
  subject: 'blobService',
  title: 'Blobs of the AI stack cannot be brought back',
  severity: 'medium',
  why: 'Poisoned or deleted datasets and models can only be undone where earlier versions and deleted blobs are kept.',
  fix: {
    text: 'Turn on versioning and soft delete for blobs.',
    cli: 'az storage account blob-service-properties update -g RG -n NAME --enable-versioning true --enable-delete-retention true --delete-retention-days 30',
    bicep: 'properties: { isVersioningEnabled: true, deleteRetentionPolicy: { enabled: true, days: 30 } }',
  },
  references: [
    'https://learn.microsoft.com/azure/storage/blobs/versioning-overview',
    'https://learn.microsoft.com/azure/storage/blobs/soft-delete-blob-overview',
  ],
  controls: {
    mcsb: ['BR-2'],
    owaspLlm2025: ['LLM04'],
    owaspLlm2026: ['LLM05'],
    atlas: ['AML.T0020', 'AML.T0059'],
    cis6: ['9.2.3'],
  },
  check: ({ isVersioningEnabled, deleteRetentionDays }) => {
    const missing = [
      ...(isVersioningEnabled ? [] : ['isVersioningEnabled is false']),
      ...(deleteRetentionDays > 0 ? [] : ['deleteRetentionPolicy.enabled is false']),
    ];
    return missing.length ? fail(missing.join(', ')) : pass;
  },
});
