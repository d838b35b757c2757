import { closes, defineEdge, seen } from '../defineEdge';
import { can, readsPrompts } from '../states';

const withContent = /^(requestresponse|trace|alllogs)$/i;

export default defineEdge({
  kind: 'reads-prompt-logs',
  reads: ['diagnosticSetting', 'aiAccount', 'logWorkspace'],
  atlas: ['AML.T0085.000'],
  cost: 105,
  // Whether these logs hold the words themselves is not documented.
  certainty: 'possible',
  fix: 'Give access table by table, and send no prompts to the workspace.',
  draw: (tenant) =>
    tenant.all('diagnosticSetting').flatMap((setting) => {
      const told = [...setting.categories, ...setting.categoryGroups].filter((name) => withContent.test(name));
      const account = tenant.byId('aiAccount', setting.parentId ?? '');
      if (!account || !setting.workspaceId || told.length === 0) return [];
      return [
        {
          from: [can('logs.read', setting.workspaceId)],
          to: readsPrompts(account.id),
          closedBy: [closes('narrow-log-access', setting.workspaceId), closes('stop-content-logs', setting.id)],
          tell: () => ({
            says: `Queries the logs of ${account.name} in ${tenant.nameOf(setting.workspaceId)}.`,
            evidence: [seen(setting, 'logs.category', told.join(', '))],
            doubt: 'whether these logs hold prompts is not documented',
          }),
        },
      ];
    }),
});
