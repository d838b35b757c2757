import { defineRule } from '../defineRule';
import { privateLinkVerdict } from '../privateLink';

export default defineRule({
  id: 'kv-private-endpoint',
  subject: 'keyVault',
  title: 'Vault of the AI stack has no approved private endpoint',
  severity: 'low',
  why: 'The vault holds secrets and keys of the models: without a private endpoint it is reached at its public address, which then cannot be closed.',
  fix: {
    text: 'Create a private endpoint for the group vault and approve its connection.',
    cli: 'az network private-endpoint create -g RG -n NAME --subnet SUBNET_ID --private-connection-resource-id VAULT_ID --group-id vault --connection-name NAME',
  },
  references: ['https://learn.microsoft.com/azure/key-vault/general/private-link-service'],
  controls: { mcsb: ['NS-2', 'DP-8'] },
  defender: {
    assessments: ['2e96bc2f-1972-e471-9e70-ae58d41e9d2a'],
    policies: ['a6abeaec-4d90-4a02-805f-6b26c4d3fbe9'],
    names: ['Private endpoint should be configured for Key Vault', 'Azure Key Vaults should use private link'],
  },
  check: ({ network }) => privateLinkVerdict(network.privateEndpointConnections),
});
