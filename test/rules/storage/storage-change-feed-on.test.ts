import rule from '../../../src/rules/storage/storage-change-feed-on';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'it is on' }],
  fail: [{ name: 'it is off', subject: { changeFeedEnabled: false }, says: 'changeFeed.enabled is false' }],
  notApplicable: [
    {
      name: 'an account with directories has none',
      subject: { changeFeedEnabled: false },
      around: [safe('storageAccount', { isHnsEnabled: true })],
      says: 'isHnsEnabled',
    },
  ],
});
