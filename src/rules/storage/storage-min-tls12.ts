import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

const strong = new Set(['TLS1_2', 'TLS1_3']);

export default defineRule({
  id: 'storage-min-tls12',
  subject: 'storageAccount',
  title: 'Storage of the AI stack accepts old TLS',
  severity: 'medium',
  why: 'TLS 1.0 and 1.1 have known breaks: who sits on the way can read what a client with old settings sends.',
  fix: {
    text: 'Set the least version to TLS 1.2.',
    cli: 'az storage account update -g RG -n NAME --min-tls-version TLS1_2',
    bicep: "properties: { minimumTlsVersion: 'TLS1_2' }",
  },
  references: ['https://learn.microsoft.com/azure/storage/common/transport-layer-security-configure-minimum-version'],
  controls: { mcsb: ['DP-3'], cis6: ['9.3.6'] },
  defender: { assessments: [], policies: ['fe83a0eb-a853-422d-aac2-1bffd182c5d0'], offByDefault: true },
  check: ({ minimumTlsVersion }) =>
    strong.has(minimumTlsVersion.toUpperCase()) ? pass : fail(`minimumTlsVersion is ${minimumTlsVersion}`),
});
