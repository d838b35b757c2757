import rule from '../../../src/rules/acr/acr-anonymous-pull-disabled';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'pulling needs an identity' }],
  fail: [{ name: 'anyone may pull', subject: { anonymousPullEnabled: true }, says: 'anonymousPullEnabled is true' }],
});
