import rule from '../../../src/rules/kv/kv-soft-delete';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'soft delete is on, as when Azure leaves it out' }],
  fail: [{ name: 'soft delete is off', subject: { softDelete: false }, says: 'enableSoftDelete is false' }],
});
