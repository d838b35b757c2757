import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import type { DiagnosticSetting } from '../../model/surroundings';

const wanted = ['Audit', 'RequestResponse'] as const;
const covers = (setting: DiagnosticSetting, category: string): boolean => {
  const groups = setting.categoryGroups.map((group) => group.toLowerCase());
  return (
    groups.includes('alllogs') ||
    (category === 'Audit' && groups.includes('audit')) ||
    setting.categories.some((one) => one.toLowerCase() === category.toLowerCase())
  );
};

export default defineRule({
  id: 'aiservices-diagnostic-logs-enabled',
  subject: 'aiAccount',
  needs: ['diagnosticSetting'],
  title: 'AI account keeps no full log of who asked what',
  severity: 'high',
  why: 'Without the Audit and RequestResponse logs nobody can tell after an incident who read keys, who called a model, or how often.',
  fix: {
    text: 'Send the category group allLogs, or Audit and RequestResponse, to a Log Analytics workspace.',
    cli: 'az monitor diagnostic-settings create -n all --resource ACCOUNT_ID --workspace WORKSPACE_ID --logs \'[{"categoryGroup":"allLogs","enabled":true}]\'',
    bicep: "properties: { workspaceId: workspaceId, logs: [ { categoryGroup: 'allLogs', enabled: true } ] }",
  },
  references: ['https://learn.microsoft.com/azure/ai-services/diagnostic-logging'],
  controls: {
    mcsb: ['LT-3', 'AI-6'],
    owaspLlm2025: ['LLM10'],
    owaspLlm2026: ['LLM06'],
    atlas: ['AML.T0034', 'AML.T0024'],
    euAiAct: ['12.1', '12.2', '15.5', '55.1d'],
    nistAiRmf: ['MEASURE-2.4', 'MANAGE-2.3', 'MANAGE-3.2', 'MANAGE-4.1'],
    iso42001: ['A.6.2.8'],
  },
  defender: {
    assessments: ['dea5192e-1bb3-101b-b70c-4646546f5e1e'],
    policies: ['1b4d1c4e-934c-4703-944c-27c82c06bebb'],
    names: ['Diagnostic logs in Azure AI services resources should be enabled'],
    differs: 'Microsoft passes any diagnostic setting with a list of logs, whichever are enabled and wherever they go.',
  },
  check: (account, view) => {
    const settings = view.children(account, 'diagnosticSetting').filter((setting) => setting.destinations.length > 0);
    const missing = wanted.filter((category) => !settings.some((setting) => covers(setting, category)));
    return missing.length ? fail(`diagnosticSettings send no ${missing.join(' and no ')} log`) : pass;
  },
});
