import rule from '../../../src/rules/aiservices/ai-resource-lock';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const gap = {
  kind: 'resourceLock',
  scope: '/subscriptions/s',
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;
const policy = { productionTag: 'env=prod' };
const subject = { tags: { Env: 'prod' } };
const lock = (scope: string, level: 'CanNotDelete' | 'ReadOnly' | 'Unrecognised' = 'CanNotDelete') => [
  safe('resourceLock', { scope, level }),
];

testRule(rule, {
  pass: [
    { name: 'the subscription is locked', policy, subject, around: lock('/subscriptions/s') },
    { name: 'its group is read-only', policy, subject, around: lock('/subscriptions/s/resourcegroups/rg', 'ReadOnly') },
    { name: 'it is locked itself', policy, subject, around: lock(safe('aiAccount').id) },
  ],
  fail: [
    { name: 'no lock', policy, subject, says: 'CanNotDelete' },
    {
      name: 'the lock is on a group whose name begins alike',
      policy,
      subject,
      around: lock('/subscriptions/s/resourcegroups/r'),
    },
    { name: 'a level nobody knows', policy, subject, around: lock('/subscriptions/s', 'Unrecognised') },
  ],
  notApplicable: [
    { name: 'nobody said what production is', subject },
    { name: 'not production', policy, says: 'not tagged' },
  ],
  unknown: [{ name: 'locks were not read', policy, subject, gaps: [gap], says: 'x/read' }],
});
