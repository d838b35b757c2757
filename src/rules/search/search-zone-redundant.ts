import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { offReplicas } from './searchSku';
import { zonedRegions } from './zonedRegions';

export default defineRule({
  id: 'search-zone-redundant',
  subject: 'searchService',
  title: 'Search service stands in one zone of its region',
  severity: 'info',
  why: 'Replicas are spread over the zones of a region from the second on: a service with one goes down with its datacenter. Only regions of which Microsoft has said so are judged.',
  fix: {
    text: 'Run at least two replicas.',
    cli: 'az search service update -g RG -n NAME --replica-count 2',
    bicep: 'properties: { replicaCount: 2 }',
  },
  references: ['https://learn.microsoft.com/azure/search/search-reliability'],
  controls: { mcsb: ['BR-1'] },
  defender: { assessments: [], policies: ['90bc8109-d21a-4692-88fc-51419391da3d'], offByDefault: true },
  check: (search) => {
    const without = offReplicas(search);
    if (without) return without;
    if (!zonedRegions.has(search.location.toLowerCase().replaceAll(' ', '')))
      return notApplicable(`location ${search.location} is not known to have zones`);
    return search.replicaCount >= 2 ? pass : fail(`replicaCount is ${search.replicaCount}`);
  },
});
