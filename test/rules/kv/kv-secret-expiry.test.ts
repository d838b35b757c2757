import rule from '../../../src/rules/kv/kv-secret-expiry';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'it ends' }],
  fail: [{ name: 'it never ends', subject: { expiresAt: '' }, says: 'attributes.exp is not set' }],
  notApplicable: [{ name: 'it is off', subject: { isEnabled: false, expiresAt: '' } }],
});
