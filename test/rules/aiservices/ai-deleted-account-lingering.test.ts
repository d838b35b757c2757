import rule from '../../../src/rules/aiservices/ai-deleted-account-lingering';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'purged by schedule', subject: { purgesAt: '2026-11-24T06:00:00.000Z' } }],
  fail: [{ name: 'still to be purged', subject: { purgesAt: '2026-11-24T06:00:01.000Z' }, says: 'scheduledPurgeDate' }],
  unknown: [{ name: 'no date', subject: { purgesAt: '' } }],
});
