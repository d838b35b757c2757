import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'mlregistry-multi-region',
  subject: 'mlRegistry',
  title: 'ML registry lives in one region',
  severity: 'info',
  why: 'When that region is down, no workspace can fetch the models and environments that it deploys from here.',
  fix: {
    text: 'Add a second region; assets are copied to it.',
    cli: 'az ml registry update -g RG -n NAME --file registry.yml',
    bicep: "properties: { regionDetails: [ { location: 'westeurope' }, { location: 'northeurope' } ] }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-manage-registries'],
  controls: { mcsb: ['BR-1'] },
  check: ({ regions }) => {
    const places = [...new Set(regions.map((region) => region.toLowerCase().replaceAll(' ', '')))];
    return places.length > 1 ? pass : fail(`regionDetails name ${places.join() || 'no region'}`);
  },
});
