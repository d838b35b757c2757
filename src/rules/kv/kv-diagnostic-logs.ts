import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { logsVerdict } from '../diagnosticLogs';

const auditing = new Set(['auditevent', 'audit', 'alllogs']);

export default defineRule({
  id: 'kv-diagnostic-logs',
  subject: 'keyVault',
  needs: ['diagnosticSetting'],
  title: 'Vault of the AI stack does not log who read a secret',
  severity: 'low',
  why: 'After a theft nobody can tell which secrets and keys were read, by whom and from where.',
  fix: {
    text: 'Send the category AuditEvent to a Log Analytics workspace.',
    cli: 'az monitor diagnostic-settings create -n audit --resource VAULT_ID --workspace LOG_WORKSPACE_ID --logs \'[{"category":"AuditEvent","enabled":true}]\'',
    bicep: "properties: { workspaceId: workspaceId, logs: [ { category: 'AuditEvent', enabled: true } ] }",
  },
  references: ['https://learn.microsoft.com/azure/key-vault/general/logging'],
  controls: { mcsb: ['LT-3', 'DP-8'], cis6: ['6.1.1.4'] },
  defender: {
    assessments: ['88bbc99c-e5af-ddd7-6105-6150b2bfa519'],
    policies: ['cf820ca0-f99e-4f3e-84fb-66e913812d21'],
    names: ['Diagnostic logs in Key Vault should be enabled'],
    differs: 'Microsoft passes any diagnostic setting with logs, whichever they are and wherever they go.',
  },
  check: (vault, view) => {
    const any = logsVerdict(vault, view);
    if (any.status !== 'pass') return any;
    const settings = view.children(vault, 'diagnosticSetting').filter(({ destinations }) => destinations.length > 0);
    const logs = settings.flatMap(({ categories, categoryGroups }) => [...categories, ...categoryGroups]);
    return logs.some((log) => auditing.has(log.toLowerCase()))
      ? pass
      : fail(`diagnosticSettings log ${logs.join(', ')}, not AuditEvent`);
  },
});
