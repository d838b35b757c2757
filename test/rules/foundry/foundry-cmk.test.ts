import rule from '../../../src/rules/foundry/foundry-cmk';
import { testRule } from '../../kit/testRule';

const foundry = { accountKind: 'AIServices', allowProjectManagement: true };

testRule(rule, {
  pass: [{ name: 'an own key', subject: foundry }],
  fail: [{ name: 'none', subject: { ...foundry, customerManagedKey: false }, says: 'keyVaultProperties is absent' }],
  notApplicable: [
    { name: 'another kind', subject: { customerManagedKey: false } },
    { name: 'no projects', subject: { ...foundry, allowProjectManagement: false, customerManagedKey: false } },
  ],
});
