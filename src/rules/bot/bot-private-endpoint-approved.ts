import { defineRule } from '../defineRule';
import { isApproved, statusesOf } from '../privateLink';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'bot-private-endpoint-approved',
  subject: 'botService',
  title: 'Bot has no approved private endpoint',
  severity: 'low',
  why: 'Conversations cross the public endpoint, which then cannot be closed.',
  fix: {
    text: 'Create private endpoints for the groups Bot and Token and approve them.',
    cli: 'az network private-endpoint create -g RG -n NAME --subnet SUBNET_ID --private-connection-resource-id BOT_ID --group-id Bot --connection-name NAME',
  },
  references: ['https://learn.microsoft.com/azure/bot-service/dl-network-isolation-how-to'],
  controls: { mcsb: ['NS-2'] },
  defender: { assessments: [], policies: ['ad5621d6-a877-4407-aa93-a950b428315e'], offByDefault: true },
  check: ({ privateEndpointConnections }) =>
    privateEndpointConnections.some(isApproved)
      ? pass
      : fail(`privateEndpointConnections are ${statusesOf(privateEndpointConnections)}`),
});
