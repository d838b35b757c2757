import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'search-cmk-enforced',
  subject: 'searchService',
  title: 'Search service does not insist on keys of your own',
  severity: 'low',
  why: 'Without enforcement anyone may make an index that only a key of Microsoft encrypts, and nobody is told.',
  fix: {
    text: 'Enforce customer-managed keys, after every object has one.',
    cli: 'az rest --method patch --url "SEARCH_ID?api-version=2025-05-01" --body \'{"properties":{"encryptionWithCmk":{"enforcement":"Enabled"}}}\'',
    bicep: "properties: { encryptionWithCmk: { enforcement: 'Enabled' } }",
  },
  references: ['https://learn.microsoft.com/azure/search/search-security-manage-encryption-keys'],
  controls: { mcsb: ['DP-5'], owaspLlm2025: ['LLM08'], owaspLlm2026: ['LLM09'] },
  defender: {
    assessments: [],
    policies: ['76a56461-9dc0-40f0-82f5-2453283afa2f', '356da939-f20a-4bb9-86f8-5db445b0e354'],
    offByDefault: true,
  },
  check: ({ cmkEnforcement }) =>
    cmkEnforcement.toLowerCase() === 'enabled'
      ? pass
      : fail(`encryptionWithCmk.enforcement is ${cmkEnforcement || 'of an unknown value'}`),
});
