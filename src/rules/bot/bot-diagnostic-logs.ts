import { defineRule } from '../defineRule';
import { logsVerdict } from '../diagnosticLogs';

export default defineRule({
  id: 'bot-diagnostic-logs',
  subject: 'botService',
  needs: ['diagnosticSetting'],
  title: 'Bot keeps no log',
  severity: 'low',
  why: 'Nobody can tell after an incident which requests the bot took and what it called.',
  fix: {
    text: 'Send the category group allLogs to a Log Analytics workspace.',
    cli: 'az monitor diagnostic-settings create -n all --resource BOT_ID --workspace WORKSPACE_ID --logs \'[{"categoryGroup":"allLogs","enabled":true}]\'',
    bicep: "properties: { workspaceId: workspaceId, logs: [ { categoryGroup: 'allLogs', enabled: true } ] }",
  },
  references: ['https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings'],
  controls: { mcsb: ['LT-3'] },
  check: (bot, view) => logsVerdict(bot, view),
});
