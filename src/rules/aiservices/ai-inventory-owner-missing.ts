import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

/** Tags that an AI register needs where the policy file names none (`requiredTags`). */
const registerTags = ['owner', 'data-classification', 'ai-risk-class'];

export default defineRule({
  id: 'ai-inventory-owner-missing',
  subject: 'aiAccount',
  title: 'AI account has no owner or class in its tags',
  severity: 'low',
  why: 'A register of AI systems needs to know for each who answers for it, what data it sees and which risk class it has.',
  fix: {
    text: 'Tag the account with its owner, data classification and risk class.',
    cli: 'az tag update --resource-id ACCOUNT_ID --operation Merge --tags owner=TEAM data-classification=CLASS ai-risk-class=CLASS',
    bicep: "tags: { owner: 'team-ai', 'data-classification': 'internal', 'ai-risk-class': 'limited' }",
  },
  references: ['https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources'],
  controls: { mcsb: ['AM-1'], euAiAct: ['26', '49'], nistAiRmf: ['GOVERN-1.6'], iso42001: ['A.4.2'] },
  check: ({ tags }, { policy }) => {
    const held = new Set(Object.entries(tags).flatMap(([name, value]) => (value.trim() ? [name.toLowerCase()] : [])));
    const wanted = policy.requiredTags.length ? policy.requiredTags : registerTags;
    const missing = wanted.filter((tag) => !held.has(tag.toLowerCase()));
    return missing.length ? fail(`tags lack ${missing.join(', ')}`) : pass;
  },
});
