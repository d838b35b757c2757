import { defineRule } from '../defineRule';
import { tagsVerdict } from '../requiredTags';

export default defineRule({
  id: 'aiservices-tagged',
  subject: 'aiAccount',
  title: 'AI account has no tags',
  severity: 'info',
  why: 'Without tags nobody knows whose account it is, what it is for and who pays.',
  fix: {
    text: 'Tag the account as your tagging policy asks.',
    cli: 'az tag update --resource-id ACCOUNT_ID --operation Merge --tags owner=TEAM',
    bicep: "tags: { owner: 'team-ai' }",
  },
  references: ['https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources'],
  controls: { mcsb: ['AM-1'], iso42001: ['A.4.2'] },
  check: ({ tags }, { policy }) => tagsVerdict(tags, policy.requiredTags),
});
