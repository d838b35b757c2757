import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { perimeterUnread } from '../unreadPerimeter';

export default defineRule({
  id: 'mlregistry-public-network-disabled',
  subject: 'mlRegistry',
  title: 'ML registry has a public endpoint',
  severity: 'medium',
  why: 'The store of models and components that many workspaces run answers from the internet.',
  fix: {
    text: 'Give workspaces a private endpoint, then turn the public network off.',
    cli: 'az ml registry update -n NAME -g RG --set public_network_access=Disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-registry-network-isolation'],
  controls: { mcsb: ['NS-2'], owaspLlm2025: ['LLM03'], owaspLlm2026: ['LLM04'], atlas: ['AML.T0035'] },
  check: (registry, view) => {
    const { publicNetworkAccess } = registry;
    if (publicNetworkAccess === 'SecuredByPerimeter') return perimeterUnread(registry, view);
    return publicNetworkAccess === 'Disabled' ? pass : fail(`publicNetworkAccess is ${publicNetworkAccess}`);
  },
});
