import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { broadRange } from '../../model/ipRanges';
import { perimeterUnread } from '../unreadPerimeter';

export default defineRule({
  id: 'acr-public-network-restricted',
  subject: 'containerRegistry',
  title: 'Registry of the AI stack answers from any network',
  severity: 'medium',
  why: 'A stolen credential pulls and pushes images from anywhere. Deny with a rule as wide as /8 is open in fact.',
  fix: {
    text: 'Turn the public network off, or deny by default and name the addresses that need the registry.',
    cli: 'az acr update -n NAME --default-action Deny',
    bicep: "properties: { networkRuleSet: { defaultAction: 'Deny', ipRules: [] } }",
  },
  references: ['https://learn.microsoft.com/azure/container-registry/container-registry-access-selected-networks'],
  controls: { mcsb: ['NS-2'], owaspLlm2025: ['LLM03'], owaspLlm2026: ['LLM04'] },
  defender: {
    assessments: ['9b828565-a0ed-61c2-6bf3-1afc99a9b2ca'],
    policies: ['d0793b48-0edc-4296-a390-4c75d1bdfd71'],
    names: ['Container registries should not allow unrestricted network access'],
    differs: 'Microsoft passes every registry whose default action is Deny, however wide its IP rules are.',
  },
  check: (registry, view) => {
    const { publicNetworkAccess, defaultAction, ipRules } = registry.network;
    if (publicNetworkAccess === 'Disabled') return pass;
    if (publicNetworkAccess === 'SecuredByPerimeter') return perimeterUnread(registry, view);
    if (publicNetworkAccess === 'Unrecognised') return fail('publicNetworkAccess has an unknown value');
    if (defaultAction !== 'Deny')
      return fail(`publicNetworkAccess is ${publicNetworkAccess} and networkRuleSet.defaultAction is ${defaultAction}`);
    const broad = broadRange(ipRules);
    return broad === undefined ? pass : fail(`networkRuleSet.ipRules let in ${broad}`);
  },
});
