import rule from '../../../src/rules/search/search-local-auth-disabled';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'keys are off' }],
  fail: [
    {
      name: 'keys are on, as when Azure leaves the property out',
      subject: { localAuthDisabled: false },
      says: 'disableLocalAuth is false',
    },
  ],
});
