import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { broadRange } from '../../model/ipRanges';

const ruledElsewhere = new Set(['Disabled', 'SecuredByPerimeter']);

export default defineRule({
  id: 'search-ip-rules-not-any',
  subject: 'searchService',
  title: 'Search firewall lets in a huge address range',
  severity: 'high',
  why: 'A rule, or rules together, as wide as /8 (IPv4) or /16 (IPv6) hold strangers by the million: the firewall is one in name.',
  fix: {
    text: 'Replace the rule with the egress addresses that callers really have.',
    cli: 'az search service update -g RG -n NAME --ip-rules 203.0.113.7',
    bicep: "properties: { networkRuleSet: { ipRules: [ { value: '203.0.113.0/28' } ] } }",
  },
  references: ['https://learn.microsoft.com/azure/search/service-configure-firewall'],
  controls: { mcsb: ['NS-2'], owaspLlm2025: ['LLM08'], owaspLlm2026: ['LLM09'] },
  check: ({ network }) => {
    const range = broadRange(network.ipRules);
    if (range === undefined) return pass;
    if (ruledElsewhere.has(network.publicNetworkAccess))
      return notApplicable(`ip rules do not count: publicNetworkAccess is ${network.publicNetworkAccess}`);
    return fail(`networkRuleSet.ipRules let in ${range}`);
  },
});
