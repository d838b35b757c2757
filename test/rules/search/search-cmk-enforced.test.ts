import rule from '../../../src/rules/search/search-cmk-enforced';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'enforced' }, { name: 'odd casing', subject: { cmkEnforcement: 'ENABLED' } }],
  fail: [
    {
      name: 'unspecified, as when Azure leaves it out',
      subject: { cmkEnforcement: 'Unspecified' },
      says: 'enforcement is Unspecified',
    },
    { name: 'off', subject: { cmkEnforcement: 'Disabled' } },
    { name: 'a value nobody knows', subject: { cmkEnforcement: '' }, says: 'unknown value' },
  ],
});
