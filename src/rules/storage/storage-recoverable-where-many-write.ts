import { gradeOf } from '../../model/recoverability';
import { notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';
import { holdersVerdict } from '../rbac/holderLimit';

const right = {
  operation: 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write',
  plane: 'data',
} as const;
const limit = { may: 'write blobs that nothing brings back', name: 'the limit without recovery', most: 5 };

export default defineRule({
  id: 'storage-recoverable-where-many-write',
  subject: 'storageAccount',
  needs: ['blobService', 'blobContainer', 'roleAssignment', 'roleDefinition', 'principal', 'subscription'],
  title: 'Many may write the data of the models, and nothing brings it back',
  severity: 'high',
  why: 'One of them, or one stolen session, poisons or deletes what the models learn from, and neither versions nor soft delete nor a locked policy hold the state before.',
  fix: {
    text: 'Keep versions and deleted blobs for 30 days, and lock a policy on containers that do not change any more.',
    cli: 'az storage account blob-service-properties update -g RG -n NAME --enable-versioning true --enable-delete-retention true --delete-retention-days 30 --enable-change-feed true',
  },
  references: [
    'https://learn.microsoft.com/azure/storage/blobs/data-protection-overview',
    'https://learn.microsoft.com/azure/storage/blobs/immutable-storage-overview',
  ],
  controls: {
    mcsb: ['BR-2', 'PA-7'],
    owaspLlm2025: ['LLM04'],
    owaspLlm2026: ['LLM05'],
    atlas: ['AML.T0020', 'AML.T0059'],
  },
  check: (storage, view) => {
    const [service] = view.children(storage, 'blobService');
    if (!service) return notApplicable('the account has no blobs');
    if (gradeOf(service, view.children(storage, 'blobContainer')) !== 'D') return pass;
    return holdersVerdict(storage, { ...right, on: [storage.id] }, limit, view);
  },
});
