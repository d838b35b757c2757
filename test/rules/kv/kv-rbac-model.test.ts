import rule from '../../../src/rules/kv/kv-rbac-model';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'roles decide' }],
  fail: [
    {
      name: 'access policies decide, as when Azure gives null',
      subject: { rbacAuthorization: false },
      says: 'enableRbacAuthorization is false',
    },
  ],
});
