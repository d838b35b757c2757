import { defineRule } from '../defineRule';
import { perimeterVerdict } from '../networkReach';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'aiservices-public-network-disabled',
  subject: 'aiAccount',
  needs: ['perimeterAssociation'],
  title: 'AI account has a public endpoint',
  severity: 'medium',
  why: 'A public endpoint can be probed and reached with a stolen credential, and one loosened firewall rule opens it.',
  fix: {
    text: 'Give callers a private endpoint, then turn the public network off.',
    cli: 'az resource update --ids ACCOUNT_ID --set properties.publicNetworkAccess=Disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
  },
  references: ['https://learn.microsoft.com/azure/ai-services/cognitive-services-virtual-networks'],
  controls: {
    mcsb: ['NS-2'],
    owaspLlm2025: ['LLM02', 'LLM10'],
    owaspLlm2026: ['LLM02', 'LLM06'],
    atlas: ['AML.T0049'],
    cis4: ['2.2.1.1'],
  },
  defender: {
    assessments: ['684a5b6d-a270-61ce-306e-5cea400dc3a7'],
    policies: ['0725b4dd-7e76-479c-a735-68e7ee23d5ca'],
    names: ['Public network access should be disabled for Cognitive Services accounts'],
    offByDefault: true,
    differs: 'Microsoft has deprecated this recommendation and asks only for a restricted network.',
  },
  check: (account, view) => {
    const { publicNetworkAccess } = account.network;
    if (publicNetworkAccess === 'SecuredByPerimeter') return perimeterVerdict(account, view);
    return publicNetworkAccess === 'Disabled' ? pass : fail(`publicNetworkAccess is ${publicNetworkAccess}`);
  },
});
