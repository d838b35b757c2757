import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'aiservices-no-ip-or-vnet-exceptions',
  subject: 'aiAccount',
  title: 'AI account firewall has exceptions',
  severity: 'low',
  why: 'Where private endpoints are the rule, every ip or virtual network exception is a way round them.',
  fix: {
    text: 'Move the callers to a private endpoint and remove the rules.',
    cli: 'az cognitiveservices account network-rule list -g RG -n NAME',
    bicep: "properties: { networkAcls: { defaultAction: 'Deny', ipRules: [], virtualNetworkRules: [] } }",
  },
  references: ['https://learn.microsoft.com/azure/ai-services/cognitive-services-virtual-networks'],
  controls: { mcsb: ['NS-2'] },
  check: ({ network: { ipRules, virtualNetworkRules } }) =>
    ipRules.length + virtualNetworkRules.length === 0
      ? pass
      : fail(`networkAcls holds ${ipRules.length} ipRules and ${virtualNetworkRules.length} virtualNetworkRules`),
});
