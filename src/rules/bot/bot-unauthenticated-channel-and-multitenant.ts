import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

const boundToTenant = new Set(['userassignedmsi', 'singletenant']);
/** Channels that anybody with their secret can use, unless enhanced authentication binds them to users and origins. */
const open = new Set(['directline', 'webchat']);

export default defineRule({
  id: 'bot-unauthenticated-channel-and-multitenant',
  subject: 'botService',
  title: 'Bot trusts apps of any tenant, or strangers on a web channel',
  severity: 'medium',
  why: 'Strangers who reach the bot reach the model behind it, with whatever data and tools it has. Azure does not show with the bot whether a channel asks for enhanced authentication.',
  fix: {
    text: 'Use a managed identity or a single-tenant app, and enhanced authentication on Direct Line and Web Chat.',
    cli: 'az bot directline show -g RG -n NAME',
    bicep: "properties: { msaAppType: 'UserAssignedMSI' }",
  },
  references: ['https://learn.microsoft.com/azure/bot-service/bot-builder-security-enhanced'],
  controls: {
    mcsb: ['IM-1'],
    owaspLlm2025: ['LLM01'],
    owaspLlm2026: ['LLM01'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0093'],
  },
  check: (bot, view) => {
    if (!boundToTenant.has(bot.msaAppType.toLowerCase())) return fail(`msaAppType is ${bot.msaAppType || 'not set'}`);
    const channels = bot.enabledChannels.filter((channel) => open.has(channel.toLowerCase()));
    return channels.length
      ? view.doubt(bot, 'isSecureSiteEnabled', `not stated for the channels ${channels.join(', ')}`)
      : pass;
  },
});
