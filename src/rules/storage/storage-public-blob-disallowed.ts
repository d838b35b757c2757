import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'storage-public-blob-disallowed',
  subject: 'storageAccount',
  title: 'Storage of the AI stack lets containers be anonymous',
  severity: 'high',
  why: 'One container set to public hands datasets and models to anyone, and lets nobody see who took them.',
  fix: {
    text: 'Disallow anonymous access on the account.',
    cli: 'az storage account update -g RG -n NAME --allow-blob-public-access false',
    bicep: 'properties: { allowBlobPublicAccess: false }',
  },
  references: ['https://learn.microsoft.com/azure/storage/blobs/anonymous-read-access-prevent'],
  controls: {
    mcsb: ['NS-2'],
    owaspLlm2025: ['LLM02', 'LLM04'],
    owaspLlm2026: ['LLM02', 'LLM05'],
    atlas: ['AML.T0036', 'AML.T0035'],
    cis6: ['9.3.8'],
  },
  defender: {
    assessments: ['51fd8bb1-0db4-bbf1-7e2b-cfcba7eb66a6'],
    policies: ['4fa4b6c0-31ca-4c0d-b10d-24b96f62a751'],
    names: ['Storage account public access should be disallowed'],
  },
  check: (storage) => (storage.allowBlobPublicAccess ? fail('allowBlobPublicAccess is true') : pass),
});
