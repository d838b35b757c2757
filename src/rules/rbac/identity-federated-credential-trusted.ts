import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

const plain = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^https:\/\//, '')
    .replace(/\/+$/, '');

/** An allowed host takes every path below it, an allowed URL what lies below it. */
const isFrom = (issuer: string, allowed: string): boolean => `${plain(issuer)}/`.startsWith(`${plain(allowed)}/`);

export default defineRule({
  id: 'identity-federated-credential-trusted',
  subject: 'federatedCredential',
  title: 'Foreign tokens open the identity of an AI resource',
  severity: 'high',
  why: 'Whoever gets a token with this issuer and subject acts as the identity of the model: for a wildcard or a pull request that is anyone who can open one.',
  fix: {
    text: 'Name one issuer, repository and environment or branch; list issuers in allowedTokenIssuers.',
    cli: 'az identity federated-credential update --ids CREDENTIAL_ID --issuer ISSUER --subject repo:OWNER/REPO:environment:production --audiences api://AzureADTokenExchange',
    bicep:
      "properties: { issuer: 'ISSUER', subject: 'repo:OWNER/REPO:environment:production', audiences: [ 'api://AzureADTokenExchange' ] }",
  },
  references: [
    'https://learn.microsoft.com/entra/workload-id/workload-identity-federation',
    'https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations',
  ],
  controls: { mcsb: ['IM-3'], owaspAgentic2026: ['ASI03'], atlas: ['AML.T0012'] },
  defender: {
    assessments: [],
    policies: [
      '2571b7c3-3056-4a61-b00a-9bc5232234f5',
      'fd1a8e20-2c4f-4a6c-9354-b58d786d9a1f',
      'ae62c456-33de-4dc8-b100-7ce9028a7d99',
    ],
    offByDefault: true,
  },
  check: (credential, view) => {
    const { issuer, subject } = credential;
    const allowed = view.policy.allowedTokenIssuers;
    if (subject === '') return view.doubt(credential, 'subject', 'an expression or nothing stands in its place');
    if (/\*|:pull_request$/i.test(subject)) return fail(`subject is ${subject}`);
    if (allowed.length === 0) return notApplicable('the policy file gives no allowedTokenIssuers');
    return allowed.some((one) => isFrom(issuer, one)) ? pass : fail(`issuer is ${issuer}`);
  },
});
