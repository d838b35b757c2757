import rule from '../../../src/rules/databricks/databricks-diagnostic-logs';
import { testRule } from '../../kit/testRule';
import { safe } from '../../kit/safe';

const parentId = safe('databricksWorkspace').id;
const setting = (changes: Parameters<typeof safe<'diagnosticSetting'>>[1]) =>
  safe('diagnosticSetting', {
    id: `${parentId}/providers/microsoft.insights/diagnosticsettings/all`,
    parentId,
    ...changes,
  });

testRule(rule, {
  pass: [{ name: 'all logs go to a workspace', around: [setting({})] }],
  fail: [
    { name: 'no setting', says: 'none' },
    { name: 'no log in it', around: [setting({ categoryGroups: [] })], says: 'no log' },
    { name: 'no destination', around: [setting({ destinations: [] })], says: 'no destination' },
  ],
  unknown: [
    {
      name: 'settings were not read',
      gaps: [{ kind: 'diagnosticSetting', scope: parentId, reason: 'forbidden', permission: 'x/read', detail: '' }],
      says: 'x/read',
    },
  ],
});
