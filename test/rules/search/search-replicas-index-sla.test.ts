import rule from '../../../src/rules/search/search-replicas-index-sla';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'three replicas', subject: { replicaCount: 3 } }],
  fail: [
    { name: 'two', subject: { replicaCount: 2 }, says: 'replicaCount is 2' },
    { name: 'one, as when Azure leaves it out', subject: { replicaCount: 1 } },
  ],
  notApplicable: [
    { name: 'the free tier has no promise', subject: { sku: 'free', replicaCount: 1 }, says: 'free' },
    { name: 'serverless has no replicas', subject: { sku: 'serverless', replicaCount: 1 }, says: 'serverless' },
  ],
});
