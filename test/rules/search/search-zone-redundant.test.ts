import rule from '../../../src/rules/search/search-zone-redundant';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'two replicas', subject: { replicaCount: 2 } }],
  fail: [
    { name: 'one replica', subject: { replicaCount: 1 }, says: 'replicaCount is 1' },
    { name: 'the location by its display name', subject: { replicaCount: 1, location: 'West Europe' } },
  ],
  notApplicable: [
    { name: 'a region without zones', subject: { replicaCount: 1, location: 'westus' }, says: 'location westus' },
    { name: 'the free tier', subject: { replicaCount: 1, sku: 'free' }, says: 'free' },
  ],
});
