import { defineRule } from '../defineRule';
import { reachVerdict } from '../networkReach';

export default defineRule({
  id: 'aiservices-network-access-restricted',
  subject: 'aiAccount',
  needs: ['perimeterAssociation'],
  title: 'AI account answers from any network',
  severity: 'high',
  why: 'With no network boundary a stolen key or token works from anywhere. Deny with a rule as wide as /8 is open in fact.',
  fix: {
    text: 'Turn the public network off, or deny by default and name the networks that need the account.',
    cli: 'az resource update --ids ACCOUNT_ID --set properties.networkAcls.defaultAction=Deny',
    bicep: "properties: { networkAcls: { defaultAction: 'Deny', ipRules: [], virtualNetworkRules: [] } }",
  },
  references: [
    'https://learn.microsoft.com/azure/ai-services/cognitive-services-virtual-networks',
    'https://learn.microsoft.com/azure/private-link/network-security-perimeter-concepts',
  ],
  controls: {
    mcsb: ['NS-2'],
    owaspLlm2025: ['LLM02', 'LLM10'],
    owaspLlm2026: ['LLM02', 'LLM06'],
    atlas: ['AML.T0049', 'AML.T0040'],
    cis4: ['2.2.1.2'],
    nistAiRmf: ['MEASURE-2.7'],
  },
  defender: {
    assessments: ['f738efb8-005f-680d-3d43-b3db762d6243'],
    policies: ['037eea7a-bd0a-46c5-9a66-03aea78705d3'],
    names: ['Azure AI Services resources should restrict network access'],
    differs: 'Microsoft passes every account whose default action is Deny, however wide its ip rules are.',
  },
  check: (account, view) => reachVerdict(account, view),
});
