import rule from '../../../src/rules/aiservices/aiservices-diagnostic-log-retention';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const setting = (changes: object = {}) => safe('diagnosticSetting', changes);
const logs = (retentionInDays: number | null) => safe('logWorkspace', { retentionInDays });
const gap = {
  kind: 'logWorkspace',
  scope: '/subscriptions/s',
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;
const stored = { destinations: ['storage'], workspaceId: '' };

testRule(rule, {
  pass: [
    { name: 'a year', around: [setting(), logs(365)] },
    {
      name: 'a year in one of two workspaces',
      around: [
        setting(),
        logs(365),
        setting({ id: '/two', workspaceId: '/la2' }),
        safe('logWorkspace', { id: '/la2', retentionInDays: 30 }),
      ],
    },
    { name: 'a year in one of two places', around: [setting(), logs(365), setting({ id: '/two', ...stored })] },
  ],
  fail: [{ name: 'a day less', around: [setting(), logs(364)], says: 'retentionInDays is 364' }],
  notApplicable: [
    { name: 'no setting', says: 'diagnosticSettings name no destination' },
    { name: 'a setting that leads nowhere', around: [setting({ destinations: [], workspaceId: '' })] },
  ],
  unknown: [
    { name: 'kept in storage', around: [setting(stored)], says: 'not stated' },
    {
      name: 'kept in storage as well, for less than a year where it is known',
      around: [setting({ destinations: ['workspace', 'storage'] }), logs(30)],
      says: 'retention not read',
    },
    { name: 'the workspace does not state it', around: [setting(), logs(null)] },
    { name: 'the workspace was not read', around: [setting()], gaps: [gap], says: 'x/read' },
  ],
});
