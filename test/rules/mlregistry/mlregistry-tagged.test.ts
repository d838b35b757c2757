import rule from '../../../src/rules/mlregistry/mlregistry-tagged';
import { testRule } from '../../kit/testRule';

const enabled = { rules: { 'mlregistry-tagged': { enabled: true } } };

testRule(rule, {
  pass: [{ name: 'it has a tag' }],
  fail: [
    { name: 'no tags', subject: { tags: {} }, says: 'tags are empty' },
    { name: 'one asked for is missing', policy: { ...enabled, requiredTags: ['cost'] }, says: 'tags lack cost' },
  ],
});
