import { defineRule } from '../defineRule';
import { tagsVerdict } from '../requiredTags';

export default defineRule({
  id: 'mlregistry-tagged',
  subject: 'mlRegistry',
  title: 'ML registry has no tags',
  severity: 'info',
  why: 'Without tags nobody knows who answers for the models that the registry hands out.',
  fix: {
    text: 'Tag the registry as your tagging policy asks.',
    cli: 'az tag update --resource-id REGISTRY_ID --operation Merge --tags owner=TEAM',
    bicep: "tags: { owner: 'team-ai' }",
  },
  references: ['https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources'],
  controls: { mcsb: ['AM-1'] },
  check: ({ tags }, { policy }) => tagsVerdict(tags, policy.requiredTags),
});
