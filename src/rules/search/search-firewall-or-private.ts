import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { broadRange } from '../../model/ipRanges';
import { perimeterVerdict } from '../networkReach';

export default defineRule({
  id: 'search-firewall-or-private',
  subject: 'searchService',
  needs: ['perimeterAssociation'],
  title: 'Search service answers from any network',
  severity: 'high',
  why: 'Search has no default action: without an IP rule everyone may knock. A rule as wide as /8 is open in fact.',
  fix: {
    text: 'Turn the public network off, or list the addresses that need the service.',
    cli: 'az search service update -g RG -n NAME --ip-rules 203.0.113.7',
    bicep: "properties: { networkRuleSet: { ipRules: [ { value: '203.0.113.7' } ] } }",
  },
  references: ['https://learn.microsoft.com/azure/search/service-configure-firewall'],
  controls: { mcsb: ['NS-2'], owaspLlm2025: ['LLM08'], owaspLlm2026: ['LLM09'] },
  defender: {
    assessments: ['f738efb8-005f-680d-3d43-b3db762d6243'],
    policies: ['037eea7a-bd0a-46c5-9a66-03aea78705d3'],
    names: ['Azure AI Services resources should restrict network access'],
    differs: 'Microsoft passes a search service with any one IP rule, however wide.',
  },
  check: (search, view) => {
    const { publicNetworkAccess, ipRules } = search.network;
    if (publicNetworkAccess === 'Disabled') return pass;
    if (publicNetworkAccess === 'SecuredByPerimeter') return perimeterVerdict(search, view);
    if (publicNetworkAccess === 'Unrecognised') return fail('publicNetworkAccess has an unknown value');
    if (ipRules.length === 0)
      return fail(`publicNetworkAccess is ${publicNetworkAccess} and networkRuleSet.ipRules are empty`);
    const broad = broadRange(ipRules);
    return broad === undefined ? pass : fail(`networkRuleSet.ipRules let in ${broad}`);
  },
});
