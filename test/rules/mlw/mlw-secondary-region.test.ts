import rule from '../../../src/rules/mlw/mlw-secondary-region';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const policy = { rules: { 'mlw-secondary-region': { enabled: true } }, productionTag: 'env=prod' };
const subject = { tags: { Env: 'Prod' } };
const other = (changes: Parameters<typeof safe<'mlWorkspace'>>[1]) => [
  safe('mlWorkspace', { id: `${safe('mlWorkspace').id}2`, tags: { env: 'prod' }, ...changes }),
];
const gap = { kind: 'mlWorkspace', scope: '/', reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [{ name: 'one elsewhere', policy, subject, around: other({ location: 'northeurope' }) }],
  fail: [
    { name: 'it is alone', policy, subject, says: 'location is westeurope' },
    { name: 'the other is in the same region', policy, subject, around: other({ location: 'WestEurope' }) },
    {
      name: 'the other is not production',
      policy,
      subject,
      around: other({ location: 'northeurope', tags: { env: 'test' } }),
    },
  ],
  notApplicable: [
    { name: 'nobody said what production is', subject, says: 'productionTag' },
    { name: 'not production', policy, gaps: [gap], says: 'not tagged env=prod' },
    { name: 'a project', policy, subject: { ...subject, workspaceKind: 'Project' }, says: 'hub' },
  ],
  unknown: [{ name: 'workspaces were not read', policy, subject, gaps: [gap], says: 'x/read' }],
});
