import rule from '../../../src/rules/mlw/mlw-diagnostic-logs';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import type { DiagnosticSetting } from '../../../src/model/surroundings';

const subject = safe('mlWorkspace');
const setting = (changes: Partial<DiagnosticSetting>) => ({
  around: [safe('diagnosticSetting', { id: `${subject.id}/diag`, parentId: subject.id, ...changes })],
});

testRule(rule, {
  pass: [
    { name: 'a category group goes to a workspace', ...setting({}) },
    {
      name: 'one category goes to storage',
      ...setting({ categories: ['OperationLogs'], categoryGroups: [], destinations: ['storage'] }),
    },
  ],
  fail: [
    { name: 'there is no setting', says: 'diagnosticSettings are none' },
    { name: 'metrics alone', ...setting({ categoryGroups: [] }), says: 'no log enabled' },
    { name: 'logs that go nowhere', ...setting({ destinations: [] }), says: 'no destination' },
  ],
  unknown: [
    {
      name: 'settings were not read',
      gaps: [{ kind: 'diagnosticSetting', scope: subject.id, reason: 'forbidden', permission: 'x/read', detail: '' }],
      says: 'x/read',
    },
  ],
});
