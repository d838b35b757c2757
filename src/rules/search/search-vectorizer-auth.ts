import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'search-vectorizer-auth',
  subject: 'searchIndex',
  title: 'Search index keeps a key of an embedding model',
  severity: 'medium',
  why: 'The key works for whoever gets it out of the service, names nobody, and ends only when somebody regenerates it. Vectorizers of indexes are looked at, skillsets are not read. Read with the opt-in searchIndexes.',
  fix: {
    text: 'Leave apiKey out and give the identity of the search service the role Cognitive Services OpenAI User.',
    cli: 'az role assignment create --assignee SEARCH_PRINCIPAL_ID --role "Cognitive Services OpenAI User" --scope ACCOUNT_ID',
  },
  references: ['https://learn.microsoft.com/azure/search/vector-search-how-to-configure-vectorizer'],
  controls: { mcsb: ['IM-8'], owaspLlm2025: ['LLM08'], owaspLlm2026: ['LLM09'], atlas: ['AML.T0055'] },
  check: ({ vectorizers }) => {
    if (vectorizers.length === 0) return notApplicable('vectorSearch.vectorizers is empty');
    const keyed = vectorizers.filter(({ hasKey }) => hasKey).map(({ name }) => name);
    return keyed.length > 0 ? fail(`vectorSearch.vectorizers ${keyed.join(', ')} have a key`) : pass;
  },
});
