import rule from '../../../src/rules/mlendpoint/mlendpoint-serverless-no-key-auth';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'Entra ID alone, in odd casing', subject: { authMode: 'Aad' } }],
  fail: [
    { name: 'keys', subject: { authMode: 'Key' }, says: 'authMode is Key' },
    { name: 'both', subject: { authMode: 'KeyAndAAD' }, says: 'KeyAndAAD' },
    { name: 'a mode nobody knows', subject: { authMode: 'Novel' } },
    { name: 'not stated', subject: { authMode: '' }, says: 'not stated' },
  ],
});
