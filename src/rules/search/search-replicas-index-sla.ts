import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { offReplicas } from './searchSku';

export default defineRule({
  id: 'search-replicas-index-sla',
  subject: 'searchService',
  title: 'Indexing of the search service has no promised availability',
  severity: 'info',
  why: 'Microsoft promises availability of queries with indexing from three replicas: with fewer, what the models are grounded on goes stale.',
  fix: {
    text: 'Run at least three replicas.',
    cli: 'az search service update -g RG -n NAME --replica-count 3',
    bicep: 'properties: { replicaCount: 3 }',
  },
  references: ['https://learn.microsoft.com/azure/search/search-reliability'],
  controls: { mcsb: ['BR-1'] },
  check: (search) =>
    offReplicas(search) ?? (search.replicaCount >= 3 ? pass : fail(`replicaCount is ${search.replicaCount}`)),
});
