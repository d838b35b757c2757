import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'storage-local-users-off',
  subject: 'storageAccount',
  title: 'Storage of the AI stack has local users',
  severity: 'low',
  why: 'Local users sign in to SFTP with a password or key, past Entra ID, and read and change datasets under a name nobody reviews.',
  fix: {
    text: 'Turn local users off, after moving transfers to identities.',
    cli: 'az storage account update -g RG -n NAME --enable-local-user false',
    bicep: 'properties: { isLocalUserEnabled: false }',
  },
  references: ['https://learn.microsoft.com/azure/storage/blobs/secure-file-transfer-protocol-support'],
  controls: { mcsb: ['IM-1'] },
  check: (storage) => (storage.isLocalUserEnabled ? fail('isLocalUserEnabled is true') : pass),
});
