import rule from '../../../src/rules/mlendpoint/mlendpoint-batch-key-auth';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'Entra tokens, in odd casing', subject: { authMode: 'aadToken' } }],
  fail: [
    { name: 'keys', subject: { authMode: 'Key' }, says: 'authMode is Key' },
    { name: 'a mode nobody knows', subject: { authMode: 'Novel' } },
  ],
});
