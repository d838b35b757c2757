import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

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
  check: (bot, view) => {
    const logs = view
      .children(bot, 'diagnosticSetting')
      .some(
        ({ destinations, categories, categoryGroups }) =>
          destinations.length && [...categories, ...categoryGroups].length,
      );
    return logs ? pass : fail('diagnosticSettings send no log anywhere');
  },
});
