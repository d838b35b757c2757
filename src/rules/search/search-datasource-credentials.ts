import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'search-datasource-credentials',
  subject: 'searchDataSource',
  title: 'Search keeps a key of what it is fed from',
  severity: 'high',
  why: 'Whoever administers the search service uses the key of the storage or database behind it, past every role there. A string that begins with ResourceId, or an identity of the data source, needs none. Read with the opt-in searchIndexes.',
  fix: {
    text: 'Give the identity of the search service a role on the source, and write ResourceId in place of the key.',
    cli: 'az role assignment create --assignee SEARCH_PRINCIPAL_ID --role "Storage Blob Data Reader" --scope STORAGE_ID',
  },
  references: ['https://learn.microsoft.com/azure/search/search-how-to-managed-identities'],
  controls: {
    mcsb: ['IM-8'],
    owaspLlm2025: ['LLM02', 'LLM08'],
    owaspLlm2026: ['LLM02', 'LLM09'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0082'],
  },
  check: (source, view) => {
    if (source.credentials === 'notStated')
      return view.doubt(source, 'credentials.connectionString', 'the service does not state its form');
    return source.credentials === 'identity' ? pass : fail('credentials.connectionString holds a key or password');
  },
});
