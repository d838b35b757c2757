import rule from '../../../src/rules/subscription/contentsafety-account-present';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const account = (accountKind: string, subscriptionId = 's') =>
  safe('aiAccount', { id: `${safe('aiAccount').id}-${accountKind}-${subscriptionId}`, accountKind, subscriptionId });
const gpt = safe('deployment');
const embedding = safe('deployment', { model: { ...gpt.model, name: 'text-embedding-3-large' } });
const gap = { kind: 'aiAccount', scope: '/', reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [
    { name: 'Content Safety', around: [safe('aiAccount'), gpt, account('CONTENTSAFETY')] },
    { name: 'a Foundry account', around: [safe('aiAccount'), gpt, account('AIServices')] },
  ],
  fail: [
    { name: 'models alone', around: [safe('aiAccount'), gpt], says: 'kinds of accounts are OpenAI' },
    {
      name: 'one in another subscription',
      around: [safe('aiAccount'), gpt, account('ContentSafety', 'other')],
    },
  ],
  notApplicable: [
    { name: 'no model', around: [safe('aiAccount')], says: 'no deployment' },
    { name: 'embeddings only', around: [safe('aiAccount'), embedding] },
  ],
  unknown: [{ name: 'accounts were not read', gaps: [gap], says: 'x/read' }],
});
