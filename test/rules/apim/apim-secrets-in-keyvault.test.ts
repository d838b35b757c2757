import rule from '../../../src/rules/apim/apim-secrets-in-keyvault';
import { testRule } from '../../kit/testRule';
import { aiApi, gateId, plainApi, unread } from './gate';

testRule(rule, {
  pass: [{ name: 'in a vault', around: [aiApi()] }],
  fail: [
    { name: 'kept in the service', around: [aiApi()], subject: { inKeyVault: false }, says: 'keyVault is absent' },
  ],
  notApplicable: [
    { name: 'not secret', around: [aiApi()], subject: { secret: false, inKeyVault: false }, says: 'not secret' },
    { name: 'a gateway without models', around: [plainApi()], subject: { inKeyVault: false } },
  ],
  unknown: [{ name: 'APIs were not read', gaps: [unread('apimApi', gateId)] }],
});
