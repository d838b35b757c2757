import { defineRule } from '../defineRule';
import { broadRange } from '../../model/ipRanges';
import { fail, notApplicable, pass } from '../../model/rule';

const ruledElsewhere = new Set(['Disabled', 'SecuredByPerimeter']);

export default defineRule({
  id: 'aiservices-broad-ip-rule',
  subject: 'aiAccount',
  title: 'AI account firewall lets in a huge address range',
  severity: 'high',
  why: 'A rule, or rules together, as wide as /8 (IPv4) or /16 (IPv6) hold strangers by the million: the firewall is one in name.',
  fix: {
    text: 'Replace the rule with the egress addresses that callers really have.',
    cli: 'az cognitiveservices account network-rule remove --ids ACCOUNT_ID --ip-address RANGE',
    bicep: "properties: { networkAcls: { ipRules: [ { value: '203.0.113.0/28' } ] } }",
  },
  references: ['https://learn.microsoft.com/azure/ai-services/cognitive-services-virtual-networks'],
  controls: { mcsb: ['NS-2'] },
  check: ({ network }) => {
    const range = broadRange(network.ipRules);
    if (range === undefined) return pass;
    if (ruledElsewhere.has(network.publicNetworkAccess))
      return notApplicable(`ip rules do not count: publicNetworkAccess is ${network.publicNetworkAccess}`);
    return fail(`networkAcls.ipRules let in ${range}`);
  },
});
