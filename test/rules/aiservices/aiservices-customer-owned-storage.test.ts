import rule from '../../../src/rules/aiservices/aiservices-customer-owned-storage';
import { testRule } from '../../kit/testRule';

const capabilities = { customermanagedstorage: '' };

testRule(rule, {
  pass: [{ name: 'own storage', subject: { capabilities, userOwnedStorage: ['st'] } }],
  fail: [{ name: 'none', subject: { capabilities }, says: 'userOwnedStorage is empty' }],
  notApplicable: [{ name: 'the kind does not offer it' }],
});
