import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'search-managed-identity',
  subject: 'searchService',
  title: 'Search service has no managed identity',
  severity: 'medium',
  why: 'Indexers and vectorizers without an identity hold connection strings and keys of the data they read.',
  fix: {
    text: 'Give the service a system-assigned identity, and that identity the roles it needs.',
    cli: 'az search service update -g RG -n NAME --identity-type SystemAssigned',
    bicep: "identity: { type: 'SystemAssigned' }",
  },
  references: ['https://learn.microsoft.com/azure/search/search-how-to-managed-identities'],
  controls: { mcsb: ['IM-3'], owaspAgentic2026: ['ASI03'], atlas: ['AML.T0082'] },
  check: (search) => (search.identity.types.length ? pass : fail('identity.type is None')),
});
