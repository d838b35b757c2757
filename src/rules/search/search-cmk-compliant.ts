import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'search-cmk-compliant',
  subject: 'searchService',
  title: 'Indexes of the search service are not under your key',
  severity: 'low',
  why: 'Enforcement holds for what is made after it: older indexes and data sources keep the key of Microsoft. Where nothing is enforced, the rule on enforcement speaks.',
  fix: {
    text: 'Make the objects anew with a key of your own: it cannot be added to one that is there.',
    cli: 'az search service show -g RG -n NAME --query encryptionWithCmk',
  },
  references: ['https://learn.microsoft.com/azure/search/search-security-manage-encryption-keys'],
  controls: { mcsb: ['DP-5'], owaspLlm2025: ['LLM08'], owaspLlm2026: ['LLM09'] },
  defender: { assessments: [], policies: ['76a56461-9dc0-40f0-82f5-2453283afa2f'], offByDefault: true },
  check: (search, view) => {
    const { cmkEnforcement, cmkComplianceStatus: status } = search;
    if (cmkEnforcement.toLowerCase() !== 'enabled')
      return notApplicable(`encryptionWithCmk.enforcement is ${cmkEnforcement}`);
    if (!status) return view.doubt(search, 'encryptionComplianceStatus', 'Azure does not state it');
    return status.toLowerCase() === 'compliant'
      ? pass
      : fail(`encryptionWithCmk.encryptionComplianceStatus is ${status}`);
  },
});
