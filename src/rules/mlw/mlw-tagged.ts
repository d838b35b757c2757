import { defineRule } from '../defineRule';
import { tagsVerdict } from '../requiredTags';

export default defineRule({
  id: 'mlw-tagged',
  subject: 'mlWorkspace',
  title: 'ML workspace has no tags',
  severity: 'info',
  why: 'Without tags nobody knows whose workspace it is, what it is for and who pays.',
  fix: {
    text: 'Tag the workspace as your tagging policy asks.',
    cli: 'az tag update --resource-id WORKSPACE_ID --operation Merge --tags owner=TEAM',
    bicep: "tags: { owner: 'team-ai' }",
  },
  references: ['https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources'],
  controls: { mcsb: ['AM-1'] },
  check: ({ tags }, { policy }) => tagsVerdict(tags, policy.requiredTags),
});
