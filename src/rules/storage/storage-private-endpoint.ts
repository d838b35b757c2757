import { defineRule } from '../defineRule';
import { privateLinkVerdict } from '../privateLink';

export default defineRule({
  id: 'storage-private-endpoint',
  subject: 'storageAccount',
  title: 'Storage of the AI stack has no approved private endpoint',
  severity: 'low',
  why: 'Training data and files cross the public endpoint of the account, which then cannot be closed.',
  fix: {
    text: 'Create a private endpoint for the group blob and approve its connection.',
    cli: 'az network private-endpoint create -g RG -n NAME --subnet SUBNET_ID --private-connection-resource-id STORAGE_ID --group-id blob --connection-name NAME',
  },
  references: ['https://learn.microsoft.com/azure/storage/common/storage-private-endpoints'],
  controls: { mcsb: ['NS-2'], cis6: ['9.3.2.1'] },
  defender: {
    assessments: ['cdc78c07-02b0-4af0-1cb2-cb7c672a8b0a'],
    policies: ['6edd7eda-6dd8-40f7-810d-67160c639cd9'],
    names: ['Storage account should use a private link connection'],
  },
  check: ({ network }) => privateLinkVerdict(network.privateEndpointConnections),
});
