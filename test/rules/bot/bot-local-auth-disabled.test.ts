import rule from '../../../src/rules/bot/bot-local-auth-disabled';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'local authentication is off' }],
  fail: [
    {
      name: 'it is on, as when the property is absent',
      subject: { localAuthDisabled: false },
      says: 'disableLocalAuth is false',
    },
  ],
});
