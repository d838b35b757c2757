import rule from '../../../src/rules/aiservices/aiservices-naming';
import { testRule } from '../../kit/testRule';

const policy = (namePattern: string) => ({
  policy: { rules: { 'aiservices-naming': { enabled: true } }, namePattern },
});

testRule(rule, {
  pass: [{ name: 'it fits', ...policy('a[a-z]+') }],
  fail: [
    { name: 'it does not', ...policy('ai-.+'), says: 'name acct does not match namePattern' },
    { name: 'a part of it does', ...policy('ac|ct') },
  ],
  notApplicable: [{ name: 'there is no pattern', says: 'namePattern' }],
});
