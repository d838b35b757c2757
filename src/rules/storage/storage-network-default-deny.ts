import { defineRule } from '../defineRule';
import { reachVerdict } from '../networkReach';

export default defineRule({
  id: 'storage-network-default-deny',
  subject: 'storageAccount',
  needs: ['perimeterAssociation'],
  title: 'Storage of the AI stack answers from any network',
  severity: 'high',
  why: 'Datasets and files can be read and poisoned from anywhere with one key or token. Deny with a rule as wide as /8 is open in fact.',
  fix: {
    text: 'Turn the public network off, or deny by default and name the networks that need the account.',
    cli: 'az storage account update -g RG -n NAME --default-action Deny',
    bicep: "properties: { networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' } }",
  },
  references: ['https://learn.microsoft.com/azure/storage/common/storage-network-security'],
  controls: {
    mcsb: ['NS-2'],
    owaspLlm2025: ['LLM02', 'LLM04'],
    owaspLlm2026: ['LLM02', 'LLM05'],
    atlas: ['AML.T0036'],
    cis6: ['9.3.2.3'],
  },
  defender: {
    assessments: ['ad4f3ff1-30eb-5042-16ed-27198f640b8d', '45d313c3-3fca-5040-035f-d61928366d31'],
    policies: ['2a1a9cdf-e04d-429a-8416-3bfb72a1b26f', '34c877ad-507e-4c82-993e-3452a6e0ad3c'],
    names: [
      'Storage accounts should restrict network access using virtual network rules',
      'Access to storage accounts with firewall and virtual network configurations should be restricted',
    ],
    differs: 'Microsoft asks for virtual network rules, and does not look at how wide IP rules are.',
  },
  check: (storage, view) => reachVerdict(storage, view),
});
