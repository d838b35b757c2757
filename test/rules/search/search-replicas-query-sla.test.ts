import rule from '../../../src/rules/search/search-replicas-query-sla';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'two replicas', subject: { replicaCount: 2 } }],
  fail: [{ name: 'one, as when Azure leaves it out', subject: { replicaCount: 1 }, says: 'replicaCount is 1' }],
  notApplicable: [{ name: 'the free tier has no promise', subject: { sku: 'FREE', replicaCount: 1 }, says: 'FREE' }],
});
