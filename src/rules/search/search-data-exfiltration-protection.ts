import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'search-data-exfiltration-protection',
  subject: 'searchService',
  title: 'Skills and vectorizers of the search service may send data anywhere',
  severity: 'low',
  why: 'A skillset posts every document to whatever address it names: who may edit it can carry the whole corpus out.',
  fix: {
    text: 'Block calls to hosts outside, where the tier and the region have it.',
    cli: 'az rest --method patch --url "SEARCH_ID?api-version=2025-05-01" --body \'{"properties":{"dataExfiltrationProtections":["BlockAll"]}}\'',
    bicep: "properties: { dataExfiltrationProtections: [ 'BlockAll' ] }",
  },
  references: [
    'https://learn.microsoft.com/azure/search/search-security-overview',
    'https://learn.microsoft.com/rest/api/searchmanagement/services/update',
  ],
  controls: { mcsb: ['DP-2'], owaspLlm2025: ['LLM08'], owaspLlm2026: ['LLM09'], atlas: ['AML.T0025'] },
  check: ({ dataExfiltrationProtections: protections }) =>
    protections.some((one) => one.toLowerCase() === 'blockall')
      ? pass
      : fail(`dataExfiltrationProtections are ${protections.join(', ') || 'empty'}`),
});
