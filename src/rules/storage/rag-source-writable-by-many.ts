import { defineRule } from '../defineRule';
import { holdersVerdict } from '../rbac/holderLimit';

const right = {
  operation: 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write',
  plane: 'data',
} as const;

export default defineRule({
  id: 'rag-source-writable-by-many',
  subject: 'storageAccount',
  needs: ['roleAssignment', 'roleDefinition', 'principal', 'subscription'],
  title: 'Too many may change what the models are grounded on or trained with',
  severity: 'high',
  why: 'Whoever may write a blob puts words into the mouth of the models, or a backdoor into the next training. Roles on the account and on each container count, and applications as well as people.',
  fix: {
    text: 'Take roles that write blobs from those who only read, give them on one container, and keep guests out.',
    cli: 'az role assignment delete --ids ASSIGNMENT_ID',
  },
  references: [
    'https://learn.microsoft.com/azure/storage/blobs/authorize-access-azure-active-directory',
    'https://learn.microsoft.com/azure/role-based-access-control/best-practices',
  ],
  controls: {
    mcsb: ['PA-7'],
    owaspLlm2025: ['LLM04', 'LLM08'],
    owaspLlm2026: ['LLM05', 'LLM09'],
    owaspAgentic2026: ['ASI06'],
    atlas: ['AML.T0070', 'AML.T0020'],
  },
  check: (storage, view) => {
    const below = view
      .all('roleAssignment')
      .flatMap(({ scope }) => (scope.startsWith(`${storage.id}/`) ? [scope] : []));
    const limit = { may: 'write blobs', name: 'maxBlobWriters', most: view.policy.maxBlobWriters };
    return holdersVerdict(storage, { ...right, on: [storage.id, ...new Set(below)] }, limit, view);
  },
});
