import { defineFramework } from './framework';

/** CIS Microsoft Azure Foundations Benchmark 6.0: the recommendations that rules name, titles shortened by us. */
export const cis6 = defineFramework({
  key: 'cis6',
  id: 'cis-azure',
  version: '6.0',
  url: 'https://www.cisecurity.org/benchmark/azure',
  controls: [
    ['6.1.1.4', 'Logging of key vaults'],
    ['7.16', 'Network security perimeter used'],
    ['8.1.1.1', 'Defender CSPM on'],
    ['8.1.5.1', 'Defender for Storage on'],
    ['8.1.8.1', 'Defender for Key Vault on'],
    ['8.3.1', 'Keys expire'],
    ['8.3.3', 'Secrets expire'],
    ['8.3.5', 'Purge protection on'],
    ['8.3.6', 'Key vaults use role-based access'],
    ['8.3.9', 'Keys rotate automatically'],
    ['9.2.3', 'Blob versioning on'],
    ['9.3.1.1', 'Key rotation reminders on'],
    ['9.3.1.2', 'Storage keys regenerated regularly'],
    ['9.3.1.3', 'Storage key access off'],
    ['9.3.2.1', 'Private endpoints for storage'],
    ['9.3.2.3', 'Storage network default is deny'],
    ['9.3.4', 'Secure transfer required'],
    ['9.3.5', 'Trusted Azure services allowed'],
    ['9.3.6', 'TLS 1.2 or later'],
    ['9.3.7', 'No cross-tenant replication'],
    ['9.3.8', 'No anonymous blob access'],
  ],
});
