import { defineRule } from '../defineRule';
import { nameVerdict } from '../namePattern';
import { tagsVerdict } from '../requiredTags';

export default defineRule({
  id: 'search-tagged-and-named',
  subject: 'searchService',
  title: 'Search service has no tags, or a name of no pattern',
  severity: 'info',
  why: 'Without tags and a name that says so nobody knows whose service it is, what it is for and who pays.',
  fix: {
    text: 'Tag the service as your tagging policy asks; a name can only be given anew.',
    cli: 'az tag update --resource-id SEARCH_ID --operation Merge --tags owner=TEAM',
    bicep: "tags: { owner: 'team-ai' }",
  },
  references: [
    'https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources',
    'https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/resource-naming',
  ],
  controls: { mcsb: ['AM-1'] },
  check: ({ tags, name }, { policy }) => {
    const tagged = tagsVerdict(tags, policy.requiredTags);
    return tagged.status === 'pass' ? nameVerdict(name, policy.namePattern) : tagged;
  },
});
