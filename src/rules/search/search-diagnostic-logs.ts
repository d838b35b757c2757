import { defineRule } from '../defineRule';
import { logsVerdict } from '../diagnosticLogs';

export default defineRule({
  id: 'search-diagnostic-logs',
  subject: 'searchService',
  needs: ['diagnosticSetting'],
  title: 'Search service keeps no log',
  severity: 'medium',
  why: 'Without logs nobody can tell after an incident which queries and index changes were made.',
  fix: {
    text: 'Send the log categories to a Log Analytics workspace.',
    cli: 'az monitor diagnostic-settings create -n logs --resource SEARCH_ID --workspace WORKSPACE_ID --logs \'[{"categoryGroup":"allLogs","enabled":true}]\'',
    bicep: "properties: { workspaceId: workspaceId, logs: [ { categoryGroup: 'allLogs', enabled: true } ] }",
  },
  references: ['https://learn.microsoft.com/azure/search/monitor-azure-cognitive-search'],
  controls: { mcsb: ['LT-3'], euAiAct: ['12.1'] },
  defender: {
    assessments: ['dea5192e-1bb3-101b-b70c-4646546f5e1e'],
    policies: ['1b4d1c4e-934c-4703-944c-27c82c06bebb', 'b4330a05-a843-4bc8-bf9a-cacce50c67f4'],
    names: ['Diagnostic logs in Azure AI services resources should be enabled'],
    differs: 'Microsoft passes any diagnostic setting with a list of logs, enabled or not, wherever they go.',
  },
  check: (search, view) => logsVerdict(search, view),
});
