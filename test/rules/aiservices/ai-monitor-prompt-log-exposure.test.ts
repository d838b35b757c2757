import rule from '../../../src/rules/aiservices/ai-monitor-prompt-log-exposure';
import type { Resource } from '../../../src/model/resource';
import { assignment, principal, role, roleId } from '../../kit/access';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const workspace = safe('logWorkspace').id;
const reads = role('reads', { actions: ['*/read'] });
const people = (n: number): readonly Resource[] =>
  Array.from({ length: n }, (_, at) => [
    assignment(`u-${at}`, { scope: '/subscriptions/s', roleDefinitionId: roleId('reads') }),
    principal(`u-${at}`),
  ]).flat();
const fed = (changes = {}) => safe('diagnosticSetting', { workspaceId: workspace, ...changes });
const seen = (n: number, setting = fed()) => ({ around: [safe('subscription'), reads, setting, ...people(n)] });
const own = { parentId: safe('aiAccount').id, categories: ['RequestResponse'], categoryGroups: [] };

testRule(rule, {
  pass: [
    { name: 'as many as may', ...seen(3), policy: { maxPromptLogReaders: 3 } },
    { name: 'the default', ...seen(25) },
  ],
  fail: [
    { name: 'one more', ...seen(4, fed(own)), policy: { maxPromptLogReaders: 3 }, says: '4 principals may query' },
    { name: 'all logs', ...seen(26, fed({ categoryGroups: ['allLogs'] })), says: 'maxPromptLogReaders is 25' },
    {
      name: 'a guest',
      around: [
        ...[safe('subscription'), reads, fed(), principal('g', { isGuest: true })],
        assignment('g', { scope: '/subscriptions/s', roleDefinitionId: roleId('reads') }),
      ],
      says: 'guest',
    },
  ],
  notApplicable: [{ name: 'audit logs alone', ...seen(30, fed({ categories: ['Audit'], categoryGroups: ['audit'] })) }],
  unknown: [
    {
      name: 'roles were not read',
      ...seen(1),
      gaps: [{ kind: 'roleDefinition', scope: '/', reason: 'forbidden', permission: 'x/read', detail: '' }],
      says: 'x/read',
    },
  ],
});
