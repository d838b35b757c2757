import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'storage-shared-key-disabled',
  subject: 'storageAccount',
  title: 'Storage of the AI stack accepts its account keys',
  severity: 'high',
  why: 'One key opens training data, uploaded files and agent state, and signs tokens that no role can take back.',
  fix: {
    text: 'Give workspaces and callers blob data roles, then turn shared keys off.',
    cli: 'az storage account update -g RG -n NAME --allow-shared-key-access false',
    bicep: 'properties: { allowSharedKeyAccess: false }',
  },
  references: ['https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent'],
  controls: {
    mcsb: ['IM-1'],
    owaspLlm2025: ['LLM02', 'LLM04'],
    owaspLlm2026: ['LLM02', 'LLM05'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055', 'AML.T0020'],
    cis6: ['9.3.1.3'],
  },
  defender: {
    assessments: ['3b363842-30f5-4056-980d-3a40fa5de8b3'],
    policies: ['8c6a50c6-9ffd-4ae7-986f-5fa6111f9a54'],
    names: ['Storage accounts should prevent shared key access'],
  },
  check: (storage) => (storage.allowSharedKeyAccess ? fail('allowSharedKeyAccess is true') : pass),
});
