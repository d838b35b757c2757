import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { judgedOnHub } from './hubScope';

export default defineRule({
  id: 'mlw-cmk',
  subject: 'mlWorkspace',
  title: 'ML workspace is encrypted with a key of Microsoft only',
  severity: 'low',
  why: 'Run history, metrics and indexes of regulated projects cannot be made unreadable by revoking a key of your own.',
  fix: {
    text: 'Make the workspace anew with a key in a vault that has purge protection: it cannot be added later.',
    cli: 'az ml workspace create -g RG --file workspace.yml',
    bicep:
      "properties: { encryption: { status: 'Enabled', keyVaultProperties: { keyVaultArmId: vaultId, keyIdentifier: keyUri } } }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/concept-customer-managed-keys'],
  controls: { mcsb: ['DP-5'], cis4: ['2.1.1.2.1'] },
  defender: {
    assessments: ['bbd14f11-6228-4588-82a4-517b8d77b23f'],
    policies: ['ba769a63-b8cc-4b2d-abf6-ac33c7204be8'],
    names: ['Azure Machine Learning workspaces should be encrypted with a customer-managed key (CMK)'],
    offByDefault: true,
    differs: 'Microsoft looks at encryption.status only, not at whether a key is named.',
  },
  check: (workspace) =>
    judgedOnHub(workspace) ??
    (workspace.customerManagedKey ? pass : fail('encryption.keyVaultProperties is absent or encryption.status is off')),
});
