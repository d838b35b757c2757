import { defineRule } from '../defineRule';
import { logsVerdict } from '../diagnosticLogs';

export default defineRule({
  id: 'databricks-diagnostic-logs',
  subject: 'databricksWorkspace',
  needs: ['diagnosticSetting'],
  title: 'Databricks workspace keeps no log',
  severity: 'medium',
  why: 'Without audit logs nobody can tell who read a table, ran a notebook or called a served model.',
  fix: {
    text: 'Send the log categories to a Log Analytics workspace.',
    cli: 'az monitor diagnostic-settings create -n logs --resource WORKSPACE_ID --workspace LOG_WORKSPACE_ID --logs \'[{"categoryGroup":"allLogs","enabled":true}]\'',
    bicep: "properties: { workspaceId: workspaceId, logs: [ { categoryGroup: 'allLogs', enabled: true } ] }",
  },
  references: ['https://learn.microsoft.com/azure/databricks/admin/account-settings/audit-log-delivery'],
  controls: { mcsb: ['LT-3'] },
  defender: {
    assessments: ['a59cd763-dbb7-4918-a5e5-b933705c8f74'],
    policies: ['138ff14d-b687-4faa-a81c-898c91a87fa2'],
    names: ['Resource logs in Azure Databricks Workspaces should be enabled'],
    differs: 'Microsoft passes any diagnostic setting with a log in it, wherever it goes.',
  },
  check: (workspace, view) => logsVerdict(workspace, view),
});
