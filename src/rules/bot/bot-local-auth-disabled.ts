import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'bot-local-auth-disabled',
  subject: 'botService',
  title: 'Bot accepts its app secret',
  severity: 'medium',
  why: 'Whoever holds the secret speaks as the bot, and with it to the model behind.',
  fix: {
    text: 'Let the bot sign in with a managed identity and turn local authentication off.',
    cli: 'az resource update --ids BOT_ID --set properties.disableLocalAuth=true',
    bicep: 'properties: { disableLocalAuth: true }',
  },
  references: ['https://learn.microsoft.com/azure/bot-service/bot-builder-authentication-basics'],
  controls: { mcsb: ['IM-1'], owaspAgentic2026: ['ASI03'] },
  defender: { assessments: [], policies: ['ffea632e-4e3a-4424-bf78-10e179bb2e1a'], offByDefault: true },
  check: (bot) => (bot.localAuthDisabled ? pass : fail('disableLocalAuth is false')),
});
