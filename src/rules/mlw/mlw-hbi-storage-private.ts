import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { perimeterVerdict } from '../networkReach';

export default defineRule({
  id: 'mlw-hbi-storage-private',
  subject: 'mlWorkspace',
  needs: ['storageAccount', 'perimeterAssociation'],
  title: 'High-impact workspace keeps its data on public storage',
  severity: 'high',
  why: 'The workspace is declared to hold data of high business impact, and the storage that holds it answers from the internet.',
  fix: {
    text: 'Give the storage a private endpoint and turn its public network off.',
    cli: 'az storage account update --ids STORAGE_ID --public-network-access Disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
  },
  references: [
    'https://learn.microsoft.com/azure/machine-learning/concept-data-encryption',
    'https://learn.microsoft.com/azure/storage/common/storage-network-security',
  ],
  controls: { mcsb: ['NS-2', 'DP-2'], owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'], atlas: ['AML.T0036'] },
  check: (workspace, view) => {
    if (!workspace.hbiWorkspace) return notApplicable('hbiWorkspace is false');
    if (!workspace.storageAccountId) return notApplicable('storageAccount is empty');
    const storage = view.byId('storageAccount', workspace.storageAccountId);
    if (!storage) return notApplicable('storageAccount names an account that is gone');
    const { publicNetworkAccess } = storage.network;
    if (publicNetworkAccess === 'SecuredByPerimeter') return perimeterVerdict(storage, view);
    return publicNetworkAccess === 'Disabled'
      ? pass
      : fail(`publicNetworkAccess of the storageAccount is ${publicNetworkAccess}`);
  },
});
