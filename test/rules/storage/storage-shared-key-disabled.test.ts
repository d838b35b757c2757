import rule from '../../../src/rules/storage/storage-shared-key-disabled';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'keys are off' }],
  fail: [
    {
      name: 'keys are on, as when Azure leaves the property out',
      subject: { allowSharedKeyAccess: true },
      says: 'allowSharedKeyAccess is true',
    },
  ],
});
