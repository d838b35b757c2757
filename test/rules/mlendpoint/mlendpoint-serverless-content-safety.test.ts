import rule from '../../../src/rules/mlendpoint/mlendpoint-serverless-content-safety';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'on, in odd casing', subject: { contentSafetyStatus: 'ENABLED' } }],
  fail: [
    { name: 'off', subject: { contentSafetyStatus: 'Disabled' }, says: 'contentSafetyStatus is Disabled' },
    { name: 'absent', subject: { contentSafetyStatus: '' }, says: 'is absent' },
    { name: 'a value nobody knows', subject: { contentSafetyStatus: 'Partly' } },
  ],
});
