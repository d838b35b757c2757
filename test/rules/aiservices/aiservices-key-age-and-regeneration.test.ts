import rule from '../../../src/rules/aiservices/aiservices-key-age-and-regeneration';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const on = { localAuthDisabled: false };
const at = (instant: string) => ({ subject: on, around: [safe('keyRegeneration', { at: instant })] });
const created = (createdAt: string) => ({ subject: { ...on, createdAt } });
const gap = {
  kind: 'keyRegeneration',
  scope: '/subscriptions/s',
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;

testRule(rule, {
  pass: [
    { name: 'a key was regenerated this month', ...at('2026-11-01T00:00:00Z') },
    { name: 'exactly 90 days ago', ...at('2026-08-26T06:00:00Z') },
    {
      name: 'the account is younger than its keys may be, log unread',
      ...created('2026-11-20T00:00:00Z'),
      gaps: [gap],
    },
  ],
  fail: [
    { name: 'no regeneration, age of the account not stated', subject: on, says: 'dateCreated is not stated' },
    { name: 'no regeneration of an old account', ...created('2025-01-01T00:00:00Z'), says: '2025-01-01' },
    { name: 'one just over 90 days ago', ...at('2026-08-26T05:59:59Z') },
    { name: 'a stricter policy', ...at('2026-11-01T00:00:00Z'), policy: { maxKeyAgeDays: 14 }, says: 'in 14 days' },
  ],
  notApplicable: [{ name: 'keys are off' }],
  unknown: [
    { name: 'the log was not read', subject: on, gaps: [gap], says: 'x/read' },
    { name: 'keys may be older than the log reaches', subject: on, policy: { maxKeyAgeDays: 180 }, says: '90 days' },
  ],
});
