import { defineRule } from '../defineRule';
import { logsVerdict } from '../diagnosticLogs';

export default defineRule({
  id: 'mlw-diagnostic-logs',
  subject: 'mlWorkspace',
  needs: ['diagnosticSetting'],
  title: 'ML workspace keeps no log',
  severity: 'medium',
  why: 'Without logs nobody can tell after an incident which jobs ran, which models were changed and which endpoints were opened.',
  fix: {
    text: 'Send the log categories to a Log Analytics workspace.',
    cli: 'az monitor diagnostic-settings create -n logs --resource WORKSPACE_ID --workspace LOG_WORKSPACE_ID --logs \'[{"categoryGroup":"allLogs","enabled":true}]\'',
    bicep: "properties: { workspaceId: workspaceId, logs: [ { categoryGroup: 'allLogs', enabled: true } ] }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/monitor-azure-machine-learning'],
  controls: { mcsb: ['LT-3'], euAiAct: ['12.1'], iso42001: ['A.6.2.8'] },
  defender: {
    assessments: ['1b663c6e-6432-4517-9a2b-49f5008e652f'],
    policies: ['afe0c3be-ba3b-4544-ba52-0c99672a8ad6'],
    names: ['Resource logs in Azure Machine Learning Workspaces should be enabled'],
    differs: 'Microsoft passes any diagnostic setting with logs, wherever they go, and may ask for a retention.',
  },
  check: (workspace, view) => logsVerdict(workspace, view),
});
