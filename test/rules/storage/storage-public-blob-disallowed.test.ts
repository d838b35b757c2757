import rule from '../../../src/rules/storage/storage-public-blob-disallowed';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'anonymous access is off' }],
  fail: [
    {
      name: 'anonymous access is allowed, as on old accounts that leave it out',
      subject: { allowBlobPublicAccess: true },
      says: 'allowBlobPublicAccess is true',
    },
  ],
});
