import rule from '../../../src/rules/mlendpoint/mlendpoint-online-no-key-auth';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'Entra tokens, in odd casing', subject: { authMode: 'aadToken' } }],
  fail: [
    { name: 'keys', subject: { authMode: 'Key' }, says: 'authMode is Key' },
    { name: 'tokens of the workspace weigh less', subject: { authMode: 'AMLToken' }, severity: 'medium' },
    { name: 'a mode nobody knows', subject: { authMode: 'Novel' } },
    { name: 'not stated', subject: { authMode: '' }, says: 'not stated' },
  ],
});
