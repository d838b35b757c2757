import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

const year = 365;

export default defineRule({
  id: 'aiservices-diagnostic-log-retention',
  subject: 'aiAccount',
  needs: ['diagnosticSetting', 'logWorkspace'],
  title: 'Logs of the AI account are gone before they are asked for',
  severity: 'low',
  why: 'Misuse of a model often comes out months later; what was asked and answered has to be there still. A year of the workspace counts; how long a storage account keeps its logs is not told by Azure.',
  fix: {
    text: 'Keep the workspace for 365 days or more.',
    cli: 'az monitor log-analytics workspace update -g RG -n NAME --retention-time 365',
    bicep: 'properties: { retentionInDays: 365 }',
  },
  references: ['https://learn.microsoft.com/azure/azure-monitor/logs/data-retention-configure'],
  controls: { mcsb: ['LT-6'], euAiAct: ['19.1', '26.6'] },
  check: (account, view) => {
    const settings = view.children(account, 'diagnosticSetting').filter(({ destinations }) => destinations.length > 0);
    if (settings.length === 0) return notApplicable('diagnosticSettings name no destination');
    const days = settings
      .filter(({ workspaceId }) => workspaceId !== '')
      .map(({ workspaceId }) => view.byId('logWorkspace', workspaceId))
      .map((workspace) => (workspace ? workspace.retentionInDays : null));
    if (days.some((kept) => kept !== null && kept >= year)) return pass;
    const elsewhere = settings.some(({ destinations }) => destinations.some((one) => one !== 'workspace'));
    if (elsewhere || days.includes(null))
      return view.doubt(account, 'retention', 'how long one of the destinations keeps the logs is not stated');
    return fail(`retentionInDays is ${Math.max(...days.map(Number))}`);
  },
});
