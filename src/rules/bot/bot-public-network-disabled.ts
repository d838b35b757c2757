import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'bot-public-network-disabled',
  subject: 'botService',
  title: 'Bot answers on the public network',
  severity: 'medium',
  why: 'Anybody can talk to the bot and try prompts on the model behind it.',
  fix: {
    text: 'Reach the bot over a private endpoint and turn the public network off.',
    cli: 'az resource update --ids BOT_ID --set properties.publicNetworkAccess=Disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
  },
  references: ['https://learn.microsoft.com/azure/bot-service/dl-network-isolation-concept'],
  controls: { mcsb: ['NS-2'] },
  defender: {
    assessments: [],
    policies: ['5e8168db-69e3-4beb-9822-57cb59202a9d', '52152f42-0dda-40d9-976e-abb1acdd611e'],
    offByDefault: true,
  },
  check: ({ publicNetworkAccess }) =>
    publicNetworkAccess === 'Disabled' ? pass : fail(`publicNetworkAccess is ${publicNetworkAccess}`),
});
