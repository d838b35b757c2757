import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'aiservices-outbound-fqdn-allowlist',
  subject: 'aiAccount',
  title: 'Azure OpenAI account has no list of hosts it may reach',
  severity: 'low',
  why: 'Restricted outbound access prevents loss only together with the list that says what remains allowed.',
  fix: {
    text: 'Restrict outbound access and name the hosts that the account has to reach.',
    cli: 'az resource update --ids ACCOUNT_ID --set properties.restrictOutboundNetworkAccess=true properties.allowedFqdnList="[\'contoso.example\']"',
    bicep: "properties: { restrictOutboundNetworkAccess: true, allowedFqdnList: [ 'contoso.example' ] }",
  },
  references: ['https://learn.microsoft.com/azure/ai-services/cognitive-services-data-loss-prevention'],
  controls: {
    mcsb: ['NS-2', 'DP-2'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    atlas: ['AML.T0025'],
  },
  check: ({ accountKind, restrictOutboundNetworkAccess, allowedFqdnList }) => {
    if (accountKind.toLowerCase() !== 'openai') return notApplicable(`kind is ${accountKind}, not OpenAI`);
    if (!restrictOutboundNetworkAccess) return fail('restrictOutboundNetworkAccess is false');
    return allowedFqdnList.length ? pass : fail('allowedFqdnList is empty');
  },
});
