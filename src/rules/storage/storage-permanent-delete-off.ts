import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

export default defineRule({
  id: 'storage-permanent-delete-off',
  subject: 'blobService',
  title: 'Deleted data of the models may be erased before its time',
  severity: 'low',
  why: 'Soft delete protects nothing from someone who may also empty the bin: versions and deleted blobs are gone at one call.',
  fix: {
    text: 'Turn permanent delete off.',
    bicep: 'properties: { deleteRetentionPolicy: { enabled: true, days: 30, allowPermanentDelete: false } }',
  },
  references: ['https://learn.microsoft.com/azure/storage/blobs/soft-delete-blob-overview'],
  controls: { mcsb: ['BR-2'], owaspLlm2025: ['LLM04'], owaspLlm2026: ['LLM05'], atlas: ['AML.T0059'] },
  check: ({ deleteRetentionDays, allowPermanentDelete }) => {
    if (deleteRetentionDays === 0) return notApplicable('deleteRetentionPolicy.enabled is false');
    return allowPermanentDelete ? fail('deleteRetentionPolicy.allowPermanentDelete is true') : pass;
  },
});
