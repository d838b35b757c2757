import { defineRule } from '../defineRule';
import { privateLinkVerdict } from '../privateLink';

export default defineRule({
  id: 'cosmos-private-endpoint',
  subject: 'cosmosAccount',
  title: 'Cosmos account of the AI stack has no approved private endpoint',
  severity: 'low',
  why: 'Agent threads and memories cross the public endpoint of the account, which then cannot be closed.',
  fix: {
    text: 'Create a private endpoint for the group Sql and approve its connection.',
    cli: 'az network private-endpoint create -g RG -n NAME --subnet SUBNET_ID --private-connection-resource-id COSMOS_ID --group-id Sql --connection-name NAME',
  },
  references: ['https://learn.microsoft.com/azure/cosmos-db/how-to-configure-private-endpoints'],
  controls: { mcsb: ['NS-2'] },
  defender: {
    assessments: ['80dc29d6-9887-4071-a66c-e763376c2de3'],
    policies: ['58440f8a-10c5-4151-bdce-dfbaad4a20b7'],
    names: ['Azure Cosmos DB accounts should use private link', 'CosmosDB accounts should use private link'],
  },
  check: ({ network }) => privateLinkVerdict(network.privateEndpointConnections),
});
