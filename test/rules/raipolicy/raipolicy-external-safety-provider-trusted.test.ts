import rule from '../../../src/rules/raipolicy/raipolicy-external-safety-provider-trusted';
import { testRule } from '../../kit/testRule';

const policy = { allowedConnectionHosts: ['.Contoso.example'] };

testRule(rule, {
  pass: [
    { name: 'https, the secret in a vault' },
    { name: 'no secret at all', subject: { hasSecret: false, hasKeyVault: false, hasManagedIdentity: false } },
    { name: 'the host is on the list', policy },
  ],
  fail: [
    { name: 'plain http', subject: { urlScheme: 'http' }, says: 'http://shield.contoso.example' },
    {
      name: 'the host is not on the list',
      policy: { allowedConnectionHosts: ['contoso.example'] },
      says: 'url host is',
    },
    { name: 'the secret is outside a vault', subject: { hasKeyVault: false }, says: 'keyVaultUri' },
    {
      name: 'the secret is not read with an identity',
      subject: { hasManagedIdentity: false },
      says: 'managedIdentity',
    },
  ],
  unknown: [{ name: 'no address is stated', subject: { urlHost: '', urlScheme: '' } }],
});
