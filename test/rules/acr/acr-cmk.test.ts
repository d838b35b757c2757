import rule from '../../../src/rules/acr/acr-cmk';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'a key of its own' }],
  fail: [
    {
      name: 'a key of Microsoft, as when Azure leaves it out',
      subject: { customerManagedKey: false },
      says: 'encryption.status is disabled',
    },
  ],
});
