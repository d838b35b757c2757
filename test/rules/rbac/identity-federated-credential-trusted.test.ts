import rule from '../../../src/rules/rbac/identity-federated-credential-trusted';
import { testRule } from '../../kit/testRule';

const policy = { allowedTokenIssuers: ['https://Token.actions.githubusercontent.com/'] };

testRule(rule, {
  pass: [
    { name: 'an approved issuer and one environment', policy },
    {
      name: 'below an approved path',
      policy: { allowedTokenIssuers: ['oidc.example'] },
      subject: { issuer: 'https://oidc.example/cluster/' },
    },
  ],
  fail: [
    { name: 'any pull request', subject: { subject: 'repo:halden/assist:pull_request' }, says: 'pull_request' },
    { name: 'a wildcard', policy, subject: { subject: 'repo:halden/*' }, says: '*' },
    { name: 'another issuer', policy: { allowedTokenIssuers: ['oidc.example'] }, says: 'issuer is' },
    {
      name: 'a host that begins alike',
      policy: { allowedTokenIssuers: ['oidc.example'] },
      subject: { issuer: 'https://oidc.example.evil' },
    },
  ],
  notApplicable: [{ name: 'no list of issuers' }],
  unknown: [{ name: 'an expression stands for the subject', policy, subject: { subject: '' } }],
});
