import rule from '../../../src/rules/foundry/foundry-tool-labels-missing';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const account = safe('aiAccount').id;
const tool = {
  id: `${account}/projects/p/connections/search`,
  name: 'Search',
  owner: 'project',
  category: 'RemoteTool',
} as const;
const onAccount = { ...tool, id: `${account}/connections/search`, owner: 'account' } as const;
const label = (changes = {}) => [safe('toolLabel', { parentId: account, ...changes })];

testRule(rule, {
  pass: [
    { name: 'labelled for the account', subject: tool, around: label() },
    { name: 'a connection of the account', subject: onAccount, around: label() },
    { name: 'labelled for its project', subject: tool, around: label({ labelsAccount: false, projects: ['p'] }) },
  ],
  fail: [
    { name: 'no label', subject: tool, says: 'raiToolLabels' },
    { name: 'another tool', subject: tool, around: label({ tool: 'mail' }) },
    { name: 'another project', subject: tool, around: label({ labelsAccount: false, projects: ['q'] }) },
    { name: 'a label without values', subject: tool, around: label({ labelsAccount: false }) },
    { name: 'a search by Bing', subject: { ...tool, category: 'groundingwithbingsearch' } },
  ],
  notApplicable: [
    { name: 'no tool', subject: { ...tool, category: 'AzureOpenAI' }, says: 'AzureOpenAI' },
    { name: 'of a workspace', subject: { ...tool, owner: 'workspace' }, says: 'workspace' },
  ],
  unknown: [
    {
      name: 'labels were not read',
      subject: tool,
      gaps: [{ kind: 'toolLabel', scope: account, reason: 'forbidden', permission: 'x/read', detail: '' }],
      says: 'x/read',
    },
  ],
});
