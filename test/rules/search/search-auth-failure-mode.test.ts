import rule from '../../../src/rules/search/search-auth-failure-mode';
import { testRule } from '../../kit/testRule';

const both = (aadAuthFailureMode: string) => ({
  subject: { localAuthDisabled: false, authOptions: 'aadOrApiKey', aadAuthFailureMode },
});

testRule(rule, {
  pass: [
    { name: 'a plain 403', ...both('http403') },
    { name: 'odd casing', ...both('HTTP403') },
  ],
  fail: [
    { name: 'a challenge', ...both('http401WithBearerChallenge'), says: 'http401WithBearerChallenge' },
    { name: 'absent', ...both(''), says: 'is absent' },
  ],
  notApplicable: [
    { name: 'keys are off', says: 'disableLocalAuth' },
    { name: 'only keys work', subject: { localAuthDisabled: false }, says: 'absent: only keys work' },
  ],
});
