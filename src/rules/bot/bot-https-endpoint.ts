import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'bot-https-endpoint',
  subject: 'botService',
  title: 'Messages to the bot travel in clear text',
  severity: 'medium',
  why: 'Anybody on the way can read and change what users and bot say to each other.',
  fix: {
    text: 'Give the messaging endpoint an https address.',
    cli: 'az bot update -g RG -n NAME --endpoint https://HOST/api/messages',
    bicep: "properties: { endpoint: 'https://bot.contoso.example/api/messages' }",
  },
  references: ['https://learn.microsoft.com/azure/bot-service/bot-builder-security-guidelines'],
  controls: { mcsb: ['DP-3'] },
  defender: { assessments: [], policies: ['6164527b-e1ee-4882-8673-572f425f5e0a'], offByDefault: true },
  check: ({ endpointScheme, endpointHost }) => {
    if (!endpointScheme && !endpointHost) return notApplicable('endpoint is not set: the bot takes no messages');
    return endpointScheme.toLowerCase() === 'https'
      ? pass
      : fail(`endpoint is ${endpointScheme || 'of no scheme'}://${endpointHost}`);
  },
});
