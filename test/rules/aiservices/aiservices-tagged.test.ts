import rule from '../../../src/rules/aiservices/aiservices-tagged';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [
    { name: 'a tag' },
    { name: 'the tags of the policy file, in odd casing', policy: { requiredTags: ['Owner'] } },
  ],
  fail: [
    { name: 'no tags', subject: { tags: {} }, says: 'tags are empty' },
    { name: 'one of the policy file is missing', policy: { requiredTags: ['cost'] }, says: 'tags lack cost' },
  ],
});
