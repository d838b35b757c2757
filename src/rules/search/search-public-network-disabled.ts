import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { perimeterVerdict } from '../networkReach';

export default defineRule({
  id: 'search-public-network-disabled',
  subject: 'searchService',
  needs: ['perimeterAssociation'],
  title: 'Search service has a public endpoint',
  severity: 'high',
  why: 'The index behind the models answers from the internet: one leaked key or role is then enough to read all grounding data.',
  fix: {
    text: 'Give callers a private endpoint, then turn the public network off.',
    cli: 'az search service update -g RG -n NAME --public-access disabled',
    bicep: "properties: { publicNetworkAccess: 'disabled' }",
  },
  references: [
    'https://learn.microsoft.com/azure/search/service-create-private-endpoint',
    'https://learn.microsoft.com/azure/search/search-security-network-security-perimeter',
  ],
  controls: {
    mcsb: ['NS-2'],
    owaspLlm2025: ['LLM02', 'LLM08'],
    owaspLlm2026: ['LLM02', 'LLM09'],
    atlas: ['AML.T0085.000', 'AML.T0049'],
    cis4: ['2.2.1.1'],
    euAiAct: ['15.5', '55.1d'],
  },
  defender: {
    assessments: ['f738efb8-005f-680d-3d43-b3db762d6243'],
    policies: ['037eea7a-bd0a-46c5-9a66-03aea78705d3', 'ee980b6d-0eca-4501-8d54-f6290fd512c3'],
    names: ['Azure AI Services resources should restrict network access'],
    differs: 'Microsoft passes a public search service that has any one IP rule.',
  },
  check: (search, view) => {
    const { publicNetworkAccess } = search.network;
    if (publicNetworkAccess === 'SecuredByPerimeter') return perimeterVerdict(search, view);
    return publicNetworkAccess === 'Disabled' ? pass : fail(`publicNetworkAccess is ${publicNetworkAccess}`);
  },
});
