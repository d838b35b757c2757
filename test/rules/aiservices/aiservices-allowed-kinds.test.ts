import rule from '../../../src/rules/aiservices/aiservices-allowed-kinds';
import { testRule } from '../../kit/testRule';

const policy = { allowedAccountKinds: ['AIServices', 'openai'] };

testRule(rule, {
  pass: [{ name: 'a kind on the list, in other casing', policy }],
  fail: [
    { name: 'a kind that is not', policy, subject: { accountKind: 'Face' }, says: 'kind is Face' },
    { name: 'no kind', policy, subject: { accountKind: '' }, says: 'not stated' },
  ],
  notApplicable: [{ name: 'there is no list', says: 'allowedAccountKinds' }],
});
