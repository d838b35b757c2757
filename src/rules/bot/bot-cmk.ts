import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'bot-cmk',
  subject: 'botService',
  title: 'Bot data is encrypted with a key of Microsoft only',
  severity: 'low',
  why: 'Settings and state of the bot cannot be made unreadable by revoking a key of your own.',
  fix: {
    text: 'Turn on encryption with a key in your vault.',
    cli: 'az resource update --ids BOT_ID --set properties.isCmekEnabled=true properties.cmekKeyVaultUrl=KEY_URL',
    bicep: 'properties: { isCmekEnabled: true, cmekKeyVaultUrl: keyUrl }',
  },
  references: ['https://learn.microsoft.com/azure/bot-service/bot-service-encryption'],
  controls: { mcsb: ['DP-5'] },
  defender: { assessments: [], policies: ['51522a96-0869-4791-82f3-981000c2c67f'], offByDefault: true },
  check: (bot) => (bot.cmkEnabled ? pass : fail('isCmekEnabled is false')),
});
