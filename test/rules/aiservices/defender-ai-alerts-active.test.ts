import rule from '../../../src/rules/aiservices/defender-ai-alerts-active';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const account = safe('aiAccount').id;
type Alert = Parameters<typeof safe<'defenderAlert'>>[1];
const alert = (changes: Alert) => ({ around: [safe('defenderAlert', { status: 'Active', ...changes })] });
const gap = {
  kind: 'defenderAlert',
  scope: '/subscriptions/s',
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;

testRule(rule, {
  pass: [
    { name: 'no alert' },
    { name: 'a resolved one, in odd casing', ...alert({ status: 'RESOLVED' }) },
    { name: 'a dismissed one', ...alert({ status: 'Dismissed' }) },
    { name: 'an open one on an account whose name begins alike', ...alert({ resourceIds: [`${account}2`] }) },
    { name: 'an open one of another plan', ...alert({ alertType: 'Storage.Blob_Malware' }) },
  ],
  fail: [
    { name: 'an open one', ...alert({}), says: 'AI.Azure_Jailbreak.ContentFiltering.BlockedAttempt is Active' },
    {
      name: 'one in work, on a deployment',
      ...alert({ status: 'InProgress', resourceIds: [`${account}/deployments/d`] }),
    },
    { name: 'a status nobody knows', ...alert({ status: 'Reopened' }) },
    { name: 'an agent alert without the usual prefix', ...alert({ alertType: 'Azure_Agentic_BlockedJailbreak' }) },
  ],
  unknown: [{ name: 'alerts were not read', gaps: [gap], says: 'x/read' }],
});
