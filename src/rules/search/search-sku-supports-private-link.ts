import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { billed } from './searchSku';

export default defineRule({
  id: 'search-sku-supports-private-link',
  subject: 'searchService',
  title: 'Search service is of the free tier',
  severity: 'medium',
  why: 'The free tier shares its hardware with strangers, takes no private endpoint and no firewall, and promises no availability.',
  fix: {
    text: 'Make a service of a billed tier, and index anew.',
    cli: 'az search service create -g RG -n NAME --sku basic',
    bicep: "sku: { name: 'basic' }",
  },
  references: ['https://learn.microsoft.com/azure/search/search-sku-tier'],
  controls: { mcsb: ['NS-2'], euAiAct: ['15.5', '55.1d'] },
  defender: {
    assessments: [],
    policies: ['a049bf77-880b-470f-ba6d-9f21c530cf83'],
    names: ['Azure Cognitive Search service should use a SKU that supports private link'],
    offByDefault: true,
  },
  check: (search, view) => {
    const sku = search.sku.toLowerCase();
    if (sku === 'free') return fail('sku.name is free');
    return billed.has(sku) ? pass : view.doubt(search, 'sku.name', `tier ${search.sku || 'not stated'} is not known`);
  },
});
