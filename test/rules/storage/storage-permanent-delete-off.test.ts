import rule from '../../../src/rules/storage/storage-permanent-delete-off';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'deleted blobs stay for their days' }],
  fail: [{ name: 'they may be erased', subject: { allowPermanentDelete: true }, says: 'allowPermanentDelete is true' }],
  notApplicable: [{ name: 'no soft delete', subject: { deleteRetentionDays: 0, allowPermanentDelete: true } }],
});
