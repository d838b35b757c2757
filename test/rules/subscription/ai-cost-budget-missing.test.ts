import rule from '../../../src/rules/subscription/ai-cost-budget-missing';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const gap = {
  kind: 'budget',
  scope: '/subscriptions/s',
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;
const accounts = [
  safe('aiAccount'),
  safe('aiAccount', { id: '/subscriptions/s/resourcegroups/rg2/a', resourceGroup: 'rg2' }),
];
const budget = (scope: string, notifies = true) => safe('budget', { id: `${scope}/budgets/b`, scope, notifies });

testRule(rule, {
  pass: [
    { name: 'one on the subscription', around: [...accounts, budget('/subscriptions/s')] },
    {
      name: 'one on each group',
      around: [
        ...accounts,
        budget('/subscriptions/s/resourcegroups/rg'),
        budget('/subscriptions/s/resourcegroups/rg2'),
      ],
    },
  ],
  fail: [
    { name: 'none', around: accounts, says: '2 resource groups' },
    {
      name: 'one group has none',
      around: [...accounts, budget('/subscriptions/s/resourcegroups/rg')],
      says: '1 resource groups',
    },
    { name: 'it tells nobody', around: [...accounts, budget('/subscriptions/s', false)] },
  ],
  notApplicable: [{ name: 'no AI accounts' }],
  unknown: [{ name: 'budgets were not read', around: accounts, gaps: [gap], says: 'x/read' }],
});
