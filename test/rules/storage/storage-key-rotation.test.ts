import rule from '../../../src/rules/storage/storage-key-rotation';
import { testRule } from '../../kit/testRule';

const keys = (key1CreatedAt: string, key2CreatedAt: string) => ({
  subject: { allowSharedKeyAccess: true, key1CreatedAt, key2CreatedAt },
});
const young = '2026-11-01T00:00:00Z';

testRule(rule, {
  pass: [
    { name: 'both young', ...keys(young, young) },
    { name: '90 days old to the second', ...keys('2026-08-26T06:00:00Z', young) },
    {
      name: 'older, but the policy file allows it',
      ...keys('2026-05-01T00:00:00Z', young),
      policy: { maxKeyAgeDays: 365 },
    },
  ],
  fail: [
    {
      name: 'one second more than 90 days',
      ...keys('2026-08-26T05:59:59Z', young),
      says: 'key1 is 2026-08-26T05:59:59Z',
    },
    { name: 'the second key is old', ...keys(young, '2025-01-01T00:00:00Z'), says: 'key2' },
    { name: 'one old, one without a time', ...keys('', '2025-01-01T00:00:00Z'), says: 'key2' },
  ],
  notApplicable: [
    {
      name: 'keys do not work',
      subject: { allowSharedKeyAccess: false, key1CreatedAt: '2020-01-01T00:00:00Z' },
      says: 'allowSharedKeyAccess',
    },
  ],
  unknown: [{ name: 'Azure states no time', ...keys(young, ''), says: 'keyCreationTime.key2' }],
});
