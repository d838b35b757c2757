import rule from '../../../src/rules/storage/storage-cmk';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'a key of its own' }],
  fail: [
    {
      name: 'a key of Microsoft, as when Azure leaves it out',
      subject: { customerManagedKey: false },
      says: 'encryption.keySource',
    },
  ],
});
