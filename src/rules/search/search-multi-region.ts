import { defineRule } from '../defineRule';
import { secondRegionVerdict } from '../secondRegion';

export default defineRule({
  id: 'search-multi-region',
  subject: 'searchService',
  needs: ['searchService'],
  title: 'Production search service has none to fall back to',
  severity: 'info',
  why: 'A search service lives in one region and does not fail over: when the region is down, the models have nothing to answer from. Services of the same subscription that bear the production tag are looked at.',
  fix: {
    text: 'Run a second service in another region with the same indexes, and tag both.',
    cli: 'az search service create -g RG -n NAME --sku standard --location SECOND_REGION',
  },
  references: ['https://learn.microsoft.com/azure/search/search-multi-region'],
  controls: { mcsb: ['BR-1'] },
  check: (search, view) => secondRegionVerdict(search, () => view.all('searchService'), view.policy.productionTag),
});
