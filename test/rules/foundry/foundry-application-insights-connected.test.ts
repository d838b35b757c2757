import rule from '../../../src/rules/foundry/foundry-application-insights-connected';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const project = safe('project').id;
const account = safe('aiAccount').id;
const on = (parentId: string, category = 'AppInsights') => ({
  around: [safe('connection', { id: `${parentId}/connections/c`, parentId, category })],
});
const gap = { kind: 'connection', reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [
    { name: 'on the project, in odd casing', ...on(project, 'appinsights') },
    { name: 'on the account', ...on(account) },
    {
      name: 'on the project, of the account nothing was read beside it',
      ...on(project),
      gaps: [{ ...gap, scope: `${account}/projects/other` }],
    },
  ],
  fail: [
    { name: 'no connection', says: 'AppInsights' },
    { name: 'another category', ...on(project, 'AzureBlob') },
    { name: 'on another project', ...on(`${account}/projects/other`) },
  ],
  unknown: [{ name: 'connections were not read', gaps: [{ ...gap, scope: account }], says: 'x/read' }],
});
