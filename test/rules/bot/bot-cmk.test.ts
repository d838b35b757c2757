import rule from '../../../src/rules/bot/bot-cmk';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'an own key' }],
  fail: [{ name: 'none', subject: { cmkEnabled: false }, says: 'isCmekEnabled is false' }],
});
