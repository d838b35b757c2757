import rule from '../../../src/rules/aiservices/aiservices-defender-for-ai-resource-enabled';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const gap = {
  kind: 'defenderForAiSetting',
  scope: '/subscriptions/s',
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;

testRule(rule, {
  pass: [{ name: 'the setting is enabled', around: [safe('defenderForAiSetting')] }],
  fail: [
    {
      name: 'it is disabled',
      around: [safe('defenderForAiSetting', { state: 'Disabled' })],
      says: 'state is Disabled',
    },
    { name: 'a state nobody knows', around: [safe('defenderForAiSetting', { state: 'Unrecognised' })] },
    { name: 'there is no setting', says: 'no entry' },
  ],
  unknown: [{ name: 'it was not read', gaps: [gap], says: 'x/read' }],
});
