import rule from '../../../src/rules/aiservices/ai-inventory-owner-missing';
import { testRule } from '../../kit/testRule';

const tags = { Owner: 'team-ai', 'data-classification': 'internal', 'ai-risk-class': 'limited' };

testRule(rule, {
  pass: [
    { name: 'all register tags, in odd casing', subject: { tags } },
    { name: 'the tags of the policy file', subject: { tags: { team: 'a' } }, policy: { requiredTags: ['Team'] } },
  ],
  fail: [
    { name: 'no tags', subject: { tags: {} }, says: 'tags lack owner, data-classification, ai-risk-class' },
    { name: 'an empty owner', subject: { tags: { ...tags, Owner: ' ' } }, says: 'tags lack owner' },
  ],
});
