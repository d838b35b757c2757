import rule from '../../../src/rules/kv/kv-diagnostic-logs';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import type { DiagnosticSetting } from '../../../src/model/surroundings';

const vault = safe('keyVault');
const setting = (changes: Partial<DiagnosticSetting>) => [
  safe('diagnosticSetting', { id: `${vault.id}/d`, parentId: vault.id, categoryGroups: [], ...changes }),
];
const gap = {
  kind: 'diagnosticSetting',
  scope: vault.id,
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;

testRule(rule, {
  pass: [
    { name: 'the category', around: setting({ categories: ['AuditEvent'] }) },
    { name: 'the group of audits, in odd casing', around: setting({ categoryGroups: ['AUDIT'] }) },
    { name: 'all logs', around: setting({ categoryGroups: ['allLogs'] }) },
  ],
  fail: [
    { name: 'no setting', says: 'diagnosticSettings are none' },
    {
      name: 'another category',
      around: setting({ categories: ['AzurePolicyEvaluationDetails'] }),
      says: 'not AuditEvent',
    },
    { name: 'metrics alone', around: setting({}), says: 'no log enabled' },
    { name: 'nowhere to go', around: setting({ categories: ['AuditEvent'], destinations: [] }), says: 'destination' },
  ],
  unknown: [{ name: 'settings were not read', gaps: [gap], says: 'x/read' }],
});
