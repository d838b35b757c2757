import rule from '../../../src/rules/aiservices/ai-dangling-openai-dns';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'the account is there', around: [safe('aiAccount')] }],
  fail: [
    { name: 'no account', says: 'acct.openai.azure.com' },
    { name: 'another account', around: [safe('aiAccount', { hosts: ['acct2.openai.azure.com'] })] },
  ],
  unknown: [
    {
      name: 'accounts were not read',
      gaps: [{ kind: 'aiAccount', scope: '/subscriptions/t', reason: 'notVisible', permission: 'x/read', detail: '' }],
      says: 'x/read',
    },
  ],
});
