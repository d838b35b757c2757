import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

export default defineRule({
  id: 'search-shared-private-link-pending',
  subject: 'searchService',
  title: 'Shared private link of the search service is not approved',
  severity: 'low',
  why: 'Until the owner of the store approves it, indexers reach the store at its public address, or fail.',
  fix: {
    text: 'Approve the connection on the store, or remove the link.',
    cli: 'az network private-endpoint-connection approve --id CONNECTION_ID --description "search indexer"',
  },
  references: ['https://learn.microsoft.com/azure/search/search-indexer-howto-access-private'],
  controls: { mcsb: ['NS-2'], owaspLlm2025: ['LLM08'], owaspLlm2026: ['LLM09'] },
  check: ({ sharedPrivateLinks: links }) => {
    if (links.length === 0) return notApplicable('there is no shared private link');
    const waiting = links.filter(({ status }) => status.toLowerCase() !== 'approved');
    const seen = waiting.map(({ name, status }) => `${name} is ${status || 'not stated'}`);
    return seen.length ? fail(`sharedPrivateLinkResources: ${seen.join(', ')}`) : pass;
  },
});
