import rule from '../../../src/rules/storage/storage-blob-versioning-soft-delete';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'both are on' }, { name: 'deleted blobs are kept for one day', subject: { deleteRetentionDays: 1 } }],
  fail: [
    { name: 'no versions', subject: { isVersioningEnabled: false }, says: 'isVersioningEnabled is false' },
    { name: 'no soft delete', subject: { deleteRetentionDays: 0 }, says: 'deleteRetentionPolicy.enabled is false' },
    {
      name: 'neither',
      subject: { isVersioningEnabled: false, deleteRetentionDays: 0 },
      says: 'false, deleteRetentionPolicy',
    },
  ],
});
