import rule from '../../../src/rules/raipolicy/raipolicy-unused-or-orphan-blocklist';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const words = (blocking = true) => ({ customBlocklists: [{ name: 'Words', source: 'prompt', blocking }] });
const deployment = safe('deployment', { raiPolicyName: 'STRICT' });
const list = (itemCount: number | null) => [deployment, safe('blocklist', { itemCount })];
const gap = {
  kind: 'blocklist',
  scope: '/subscriptions/s',
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;

testRule(rule, {
  pass: [
    { name: 'used, no blocklist, odd casing', around: [deployment] },
    { name: 'used, with words that block', subject: words(), around: list(3) },
  ],
  fail: [
    { name: 'no deployment uses it', says: 'no deployment' },
    { name: 'another guardrail is used', around: [safe('deployment', { raiPolicyName: 'other' })] },
    { name: 'the blocklist is gone', subject: words(), around: [deployment], says: 'Words does not exist' },
    { name: 'it does not block', subject: words(false), around: list(3), says: 'blocking false' },
    { name: 'it is empty', subject: words(), around: list(0), says: '0 items' },
  ],
  notApplicable: [{ name: 'a built-in guardrail', subject: { type: 'SystemManaged' } }],
  unknown: [
    { name: 'items were not counted', subject: words(), around: list(null), says: 'not counted' },
    { name: 'blocklists were not read', subject: words(), around: list(3), gaps: [gap] },
  ],
});
