import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'aiservices-outbound-restricted',
  subject: 'aiAccount',
  title: 'AI account may fetch from any host',
  severity: 'medium',
  why: 'Features that take a URL can carry data to a host an attacker picked; restricted outbound access ends that.',
  fix: {
    text: 'Restrict outbound access and list the hosts that the account has to reach.',
    cli: 'az resource update --ids ACCOUNT_ID --set properties.restrictOutboundNetworkAccess=true properties.allowedFqdnList=[]',
    bicep: "properties: { restrictOutboundNetworkAccess: true, allowedFqdnList: [ 'contoso.example' ] }",
  },
  references: ['https://learn.microsoft.com/azure/ai-services/cognitive-services-data-loss-prevention'],
  controls: {
    mcsb: ['NS-2', 'DP-2'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    atlas: ['AML.T0025', 'AML.T0086'],
  },
  check: (account) => (account.restrictOutboundNetworkAccess ? pass : fail('restrictOutboundNetworkAccess is false')),
});
