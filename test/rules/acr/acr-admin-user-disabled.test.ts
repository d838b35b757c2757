import rule from '../../../src/rules/acr/acr-admin-user-disabled';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'the admin user is off' }],
  fail: [{ name: 'the admin user is on', subject: { adminUserEnabled: true }, says: 'adminUserEnabled is true' }],
});
