import rule from '../../../src/rules/aiservices/aiservices-cmk-encryption';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'an own key' }],
  fail: [
    { name: 'no own key', subject: { customerManagedKey: false }, says: 'keyVaultProperties' },
    { name: 'a Foundry account stores too', subject: { customerManagedKey: false, accountKind: 'AIServices' } },
  ],
  notApplicable: [
    { name: 'a kind that stores nothing', subject: { customerManagedKey: false, accountKind: 'contentsafety' } },
  ],
});
