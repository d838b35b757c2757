import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import type { DatabricksWorkspace } from '../../model/platforms';

/** What a customer's key can protect; a serverless workspace has neither disks nor a root storage in the subscription. */
const sourcesOf = (workspace: DatabricksWorkspace): readonly (readonly [string, string])[] => {
  const { computeMode, managedServicesKeySource, managedDiskKeySource, dbfsKeySource } = workspace;
  const notebooks = ['encryption.entities.managedServices', managedServicesKeySource] as const;
  if (computeMode === 'Serverless') return [notebooks];
  return [
    notebooks,
    ['encryption.entities.managedDisk', managedDiskKeySource],
    ['parameters.encryption', dbfsKeySource],
  ];
};

export default defineRule({
  id: 'databricks-cmk',
  subject: 'databricksWorkspace',
  title: 'Databricks data is encrypted with keys of Microsoft only',
  severity: 'low',
  why: 'Notebooks, disks and the root storage each take a key of their own. Where one has none, its owner cannot lock that data by taking a key away.',
  fix: {
    text: 'Set a key of your vault for managed services, managed disks and the DBFS root.',
    cli: 'az databricks workspace update -g RG -n NAME --key-source Microsoft.Keyvault --key-vault VAULT_URI --key-name KEY --key-version VERSION',
    bicep:
      "properties: { encryption: { entities: { managedServices: { keySource: 'Microsoft.Keyvault', keyVaultProperties: key } } } }",
  },
  references: ['https://learn.microsoft.com/azure/databricks/security/keys/customer-managed-keys'],
  controls: { mcsb: ['DP-5'] },
  check: (workspace) => {
    const bare = sourcesOf(workspace).filter(([, source]) => source.toLowerCase() !== 'microsoft.keyvault');
    return bare.length === 0 ? pass : fail(bare.map(([name, source]) => `${name}.keySource is ${source}`).join(', '));
  },
});
