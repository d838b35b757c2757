import rule from '../../../src/rules/databricks/databricks-premium-sku';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'premium' }, { name: 'in odd casing', subject: { sku: 'Premium' } }],
  fail: [
    { name: 'standard', subject: { sku: 'standard' }, says: 'sku.name is standard' },
    { name: 'trial', subject: { sku: 'trial' } },
    { name: 'not stated', subject: { sku: '' }, says: 'absent' },
  ],
});
