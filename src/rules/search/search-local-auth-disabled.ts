import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'search-local-auth-disabled',
  subject: 'searchService',
  title: 'Search service accepts API keys',
  severity: 'high',
  why: 'An admin key reads, changes and deletes every index that grounds the models, with no identity and no expiry.',
  fix: {
    text: 'Give callers index data roles, then turn key access off.',
    cli: 'az search service update -g RG -n NAME --disable-local-auth true',
    bicep: 'properties: { disableLocalAuth: true }',
  },
  references: ['https://learn.microsoft.com/azure/search/search-security-enable-roles'],
  controls: {
    mcsb: ['IM-1'],
    owaspLlm2025: ['LLM02', 'LLM08'],
    owaspLlm2026: ['LLM02', 'LLM09'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055', 'AML.T0085.000'],
  },
  defender: {
    assessments: ['13b10b36-aa99-4db6-b00c-dcf87c4761e6'],
    policies: ['71ef260a-8f18-47b7-abcb-62d0673d94dc', '6300012e-e9a4-4649-b41f-a85f5c43be91'],
    names: ['Azure AI Services resources should have key access disabled (disable local authentication)'],
  },
  check: (search) => (search.localAuthDisabled ? pass : fail('disableLocalAuth is false')),
});
