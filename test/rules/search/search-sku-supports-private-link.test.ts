import rule from '../../../src/rules/search/search-sku-supports-private-link';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [
    { name: 'standard' },
    { name: 'basic, in odd casing', subject: { sku: 'BASIC' } },
    { name: 'storage', subject: { sku: 'storage_optimized_l1' } },
  ],
  fail: [{ name: 'free', subject: { sku: 'Free' }, says: 'sku.name is free' }],
  unknown: [
    { name: 'a tier nobody knows', subject: { sku: 'serverless' }, says: 'tier serverless' },
    { name: 'no tier stated', subject: { sku: '' }, says: 'not stated' },
  ],
});
