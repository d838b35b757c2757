import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { offReplicas } from './searchSku';

export default defineRule({
  id: 'search-replicas-query-sla',
  subject: 'searchService',
  title: 'Queries of the search service have no promised availability',
  severity: 'info',
  why: 'Microsoft promises availability of queries from two replicas: with one, maintenance leaves the models without grounding.',
  fix: {
    text: 'Run at least two replicas.',
    cli: 'az search service update -g RG -n NAME --replica-count 2',
    bicep: 'properties: { replicaCount: 2 }',
  },
  references: ['https://learn.microsoft.com/azure/search/search-reliability'],
  controls: { mcsb: ['BR-1'] },
  check: (search) =>
    offReplicas(search) ?? (search.replicaCount >= 2 ? pass : fail(`replicaCount is ${search.replicaCount}`)),
});
