import rule from '../../../src/rules/deployment/deployment-capacity-unbounded';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'no dynamic quota' }],
  fail: [
    { name: 'dynamic quota', subject: { dynamicThrottlingEnabled: true }, says: 'dynamicThrottlingEnabled is true' },
  ],
});
