import { defineFramework } from './framework';

/**
 * CIS Microsoft Azure Foundations Benchmark 4.0: its common reference recommendations as far as rules name them, titles in our own words.
 */
export const cis4 = defineFramework({
  key: 'cis4',
  id: 'cis-azure-4',
  version: '4.0',
  url: 'https://www.cisecurity.org/benchmark/azure',
  controls: [
    ['2.1.1.2.1', 'Critical data encrypted with customer-managed keys'],
    ['2.2.1.1', 'Public network access disabled'],
    ['2.2.1.2', 'Network access rules deny by default'],
    ['2.2.2.1', 'Private endpoints used'],
  ],
});
