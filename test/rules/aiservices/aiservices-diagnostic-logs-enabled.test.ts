import rule from '../../../src/rules/aiservices/aiservices-diagnostic-logs-enabled';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

type Setting = Parameters<typeof safe<'diagnosticSetting'>>[1];
const settings = (...changes: Setting[]) => ({
  around: changes.map((one, n) =>
    safe('diagnosticSetting', { id: `${safe('aiAccount').id}/settings/${n}`, categoryGroups: [], ...one }),
  ),
});
const gap = { kind: 'diagnosticSetting', reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [
    { name: 'the group allLogs, in odd casing', ...settings({ categoryGroups: ['ALLLOGS'] }) },
    { name: 'both categories', ...settings({ categories: ['audit', 'RequestResponse'] }) },
    { name: 'two settings together', ...settings({ categoryGroups: ['audit'] }, { categories: ['RequestResponse'] }) },
  ],
  fail: [
    { name: 'no setting', says: 'no Audit and no RequestResponse' },
    { name: 'metrics alone', ...settings({}) },
    { name: 'the group audit alone', ...settings({ categoryGroups: ['audit'] }), says: 'no RequestResponse' },
    { name: 'one category alone', ...settings({ categories: ['RequestResponse', 'Trace'] }), says: 'no Audit' },
    { name: 'no destination', ...settings({ categoryGroups: ['allLogs'], destinations: [] }) },
  ],
  unknown: [{ name: 'settings were not read', gaps: [{ ...gap, scope: safe('aiAccount').id }], says: 'x/read' }],
});
