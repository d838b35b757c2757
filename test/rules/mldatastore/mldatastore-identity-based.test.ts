import rule from '../../../src/rules/mldatastore/mldatastore-identity-based';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'no credential, in odd casing', subject: { credentialsType: 'NONE' } }],
  fail: [
    { name: 'the account key', subject: { credentialsType: 'AccountKey' }, says: 'credentialsType is AccountKey' },
    { name: 'a signature', subject: { credentialsType: 'Sas' } },
    { name: 'a client secret', subject: { credentialsType: 'ServicePrincipal' } },
    { name: 'a certificate', subject: { credentialsType: 'Certificate' } },
    { name: 'not stated', subject: { credentialsType: '' }, says: 'not stated' },
  ],
});
