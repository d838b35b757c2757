import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'search-index-document-level-acl',
  subject: 'searchIndex',
  title: 'Whoever asks the model reads documents of everybody',
  severity: 'medium',
  why: 'A model that is grounded on the index answers from documents that its user may not open. Permission fields, which the service enforces, are looked at; a filter that an application adds by itself is not told by the index. Read with the opt-in searchIndexes.',
  fix: {
    text: 'Add fields with permissionFilter for users or groups, fill them at indexing, and enable permissionFilterOption.',
    cli: 'az rest --method get --resource https://search.azure.com --url "ENDPOINT/indexes/NAME?api-version=2025-08-01-preview"',
  },
  references: ['https://learn.microsoft.com/azure/search/search-document-level-access-overview'],
  controls: {
    mcsb: ['PA-7'],
    owaspLlm2025: ['LLM02', 'LLM08'],
    owaspLlm2026: ['LLM02', 'LLM09'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0085.000'],
  },
  check: ({ groundsModels, hasPermissionField, permissionFilterOption }) => {
    if (!groundsModels) return notApplicable('no vector field and no semantic configuration');
    if (!hasPermissionField) return fail('no field has permissionFilter');
    return permissionFilterOption === 'enabled' ? pass : fail(`permissionFilterOption is ${permissionFilterOption}`);
  },
});
