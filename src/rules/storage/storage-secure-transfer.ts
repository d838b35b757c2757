import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'storage-secure-transfer',
  subject: 'storageAccount',
  title: 'Storage of the AI stack accepts plain HTTP',
  severity: 'medium',
  why: 'Over plain HTTP data, and the signature that opens it, can be read and changed on the way.',
  fix: {
    text: 'Require secure transfer.',
    cli: 'az storage account update -g RG -n NAME --https-only true',
    bicep: 'properties: { supportsHttpsTrafficOnly: true }',
  },
  references: ['https://learn.microsoft.com/azure/storage/common/storage-require-secure-transfer'],
  controls: { mcsb: ['DP-3'], cis6: ['9.3.4'] },
  defender: {
    assessments: ['1c5de8e1-f68d-6a17-e0d2-ec259c42768c'],
    policies: ['404c3081-a854-4457-ae30-26a93ef643f9'],
    names: ['Secure transfer to storage accounts should be enabled'],
  },
  check: (storage) => (storage.httpsTrafficOnly ? pass : fail('supportsHttpsTrafficOnly is false')),
});
