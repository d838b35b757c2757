import type { AppInsights, DiagnosticSetting } from '../../model/surroundings';
import { notApplicable } from '../../model/rule';
import { defineRule } from '../defineRule';
import { holdersVerdict } from '../rbac/holderLimit';

/** Every role with `read` on all of the control plane has it, Reader among them. */
const right = { operation: 'Microsoft.OperationalInsights/workspaces/query/read', plane: 'control' } as const;
const tellsOfPrompts = ({ categories, categoryGroups }: DiagnosticSetting): boolean =>
  [...categories, ...categoryGroups].some((one) => ['requestresponse', 'trace', 'alllogs'].includes(one.toLowerCase()));
const feeds = ({ workspaceId }: AppInsights | DiagnosticSetting, id: string): boolean => workspaceId === id;

export default defineRule({
  id: 'ai-monitor-prompt-log-exposure',
  subject: 'logWorkspace',
  needs: ['diagnosticSetting', 'appInsights', 'roleAssignment', 'roleDefinition', 'principal', 'subscription'],
  title: 'Many can query what was asked of the models',
  severity: 'medium',
  why: 'Traces of agents hold prompts and answers where content is recorded, and logs of requests tell who asked what when. Reader on the subscription is enough to query them. Table-level access is not read; how long logs are kept is not judged here, for aiservices-diagnostic-log-retention asks for a year.',
  fix: {
    text: 'Send these logs to a workspace of their own, give its query right to those who need it, and set the access of the tables.',
    cli: 'az role assignment list --scope WORKSPACE_ID --include-inherited -o table',
    bicep: 'properties: { features: { enableLogAccessUsingOnlyResourcePermissions: true } }',
  },
  references: [
    'https://learn.microsoft.com/azure/azure-monitor/logs/manage-access',
    'https://learn.microsoft.com/azure/ai-foundry/how-to/develop/trace-agents-sdk',
  ],
  controls: {
    mcsb: ['LT-5', 'DP-2'],
    owaspLlm2025: ['LLM02', 'LLM07'],
    owaspLlm2026: ['LLM02', 'LLM08'],
    atlas: ['AML.T0036'],
  },
  check: (workspace, view) => {
    const settings = view.all('diagnosticSetting').filter((one) => feeds(one, workspace.id) && tellsOfPrompts(one));
    const traces = view.all('appInsights').filter((one) => feeds(one, workspace.id) && view.usersOf(one).length > 0);
    if (settings.length + traces.length === 0)
      return notApplicable('receives no RequestResponse, Trace or agent traces');
    const limit = { may: 'query the workspace', name: 'maxPromptLogReaders', most: view.policy.maxPromptLogReaders };
    return holdersVerdict(workspace, { ...right, on: [workspace.id] }, limit, view);
  },
});
