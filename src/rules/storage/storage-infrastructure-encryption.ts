import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'storage-infrastructure-encryption',
  subject: 'storageAccount',
  title: 'Storage of the AI stack is encrypted once',
  severity: 'info',
  why: 'A second layer with another algorithm and key holds if the first is broken. It is chosen when the account is made.',
  fix: {
    text: 'Make the account anew with infrastructure encryption.',
    cli: 'az storage account create -g RG -n NAME --require-infrastructure-encryption',
    bicep: 'properties: { encryption: { requireInfrastructureEncryption: true } }',
  },
  references: ['https://learn.microsoft.com/azure/storage/common/infrastructure-encryption-enable'],
  controls: { mcsb: ['DP-4'], cis6: ['9.3.1.1'] },
  defender: { assessments: [], policies: ['4733ea7b-a883-42fe-8cac-97454c2a9e4a'], offByDefault: true },
  check: (storage) =>
    storage.infrastructureEncryption ? pass : fail('encryption.requireInfrastructureEncryption is false'),
});
