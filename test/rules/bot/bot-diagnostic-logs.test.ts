import rule from '../../../src/rules/bot/bot-diagnostic-logs';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const bot = safe('botService').id;
type Setting = Parameters<typeof safe<'diagnosticSetting'>>[1];
const setting = (changes: Setting) => ({
  around: [safe('diagnosticSetting', { parentId: bot, categoryGroups: [], ...changes })],
});
const gap = { kind: 'diagnosticSetting', scope: bot, reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [
    { name: 'a group', ...setting({ categoryGroups: ['allLogs'] }) },
    { name: 'a category', ...setting({ categories: ['BotRequest'] }) },
  ],
  fail: [
    { name: 'no setting', says: 'diagnosticSettings are none' },
    { name: 'metrics alone', ...setting({}) },
    { name: 'no destination', ...setting({ categories: ['BotRequest'], destinations: [] }) },
  ],
  unknown: [{ name: 'settings were not read', gaps: [gap], says: 'x/read' }],
});
