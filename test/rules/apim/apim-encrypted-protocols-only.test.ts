import rule from '../../../src/rules/apim/apim-encrypted-protocols-only';
import { testRule } from '../../kit/testRule';
import { safe } from '../../kit/safe';

const unsaid = {
  kind: 'apimApi',
  scope: safe('apimApi').id,
  reason: 'notStated',
  permission: '',
  detail: 'protocols are not stated',
  property: 'protocols',
} as const;

testRule(rule, {
  pass: [{ name: 'https' }, { name: 'wss', subject: { protocols: ['wss', 'https'] } }],
  fail: [
    { name: 'http beside https', subject: { protocols: ['http', 'https'] }, says: 'protocols are http, https' },
    { name: 'ws', subject: { protocols: ['ws'] } },
    { name: 'a protocol nobody knows', subject: { protocols: ['gopher'] } },
    { name: 'http to the model', subject: { serviceScheme: 'http' }, says: 'serviceUrl' },
    {
      name: 'http to the model, protocols not stated',
      subject: { serviceScheme: 'http', protocols: [] },
      gaps: [unsaid],
    },
  ],
  notApplicable: [{ name: 'no model behind it', subject: { serviceHost: 'a.example', protocols: ['http'] } }],
  unknown: [{ name: 'protocols are not stated', subject: { protocols: [] }, gaps: [unsaid], says: 'not stated' }],
});
