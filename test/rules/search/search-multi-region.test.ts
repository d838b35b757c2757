import rule from '../../../src/rules/search/search-multi-region';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const policy = { rules: { 'search-multi-region': { enabled: true } }, productionTag: 'env=prod' };
const subject = { tags: { env: 'prod' } };
const other = (location: string) => [
  safe('searchService', { id: `${safe('searchService').id}2`, tags: { env: 'prod' }, location }),
];
const gap = { kind: 'searchService', scope: '/', reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [{ name: 'one elsewhere', policy, subject, around: other('northeurope') }],
  fail: [
    { name: 'it is alone', policy, subject, says: 'location is westeurope' },
    { name: 'the other is beside it', policy, subject, around: other('westeurope') },
  ],
  notApplicable: [
    { name: 'nobody said what production is', subject, says: 'productionTag' },
    { name: 'not production', policy, says: 'not tagged' },
  ],
  unknown: [{ name: 'services were not read', policy, subject, gaps: [gap], says: 'x/read' }],
});
