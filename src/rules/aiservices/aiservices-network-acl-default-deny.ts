import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'aiservices-network-acl-default-deny',
  subject: 'aiAccount',
  title: 'AI account lets in networks that no rule names',
  severity: 'medium',
  why: 'While the default is Allow, ip and virtual network rules decide nothing, though they look like a firewall.',
  fix: {
    text: 'Set the default action to Deny.',
    cli: 'az resource update --ids ACCOUNT_ID --set properties.networkAcls.defaultAction=Deny',
    bicep: "properties: { networkAcls: { defaultAction: 'Deny' } }",
  },
  references: ['https://learn.microsoft.com/azure/ai-services/cognitive-services-virtual-networks'],
  controls: { mcsb: ['NS-2'], atlas: ['AML.T0049'], cis4: ['2.2.1.2'] },
  check: ({ network }) => {
    if (network.publicNetworkAccess === 'Disabled') return notApplicable('publicNetworkAccess is Disabled');
    return network.defaultAction === 'Deny' ? pass : fail(`networkAcls.defaultAction is ${network.defaultAction}`);
  },
});
