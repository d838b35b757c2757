import rule from '../../../src/rules/mlw/mlw-tagged';
import { testRule } from '../../kit/testRule';

const enabled = { rules: { 'mlw-tagged': { enabled: true } } };

testRule(rule, {
  pass: [
    { name: 'it has a tag' },
    { name: 'the one asked for, in odd casing', policy: { ...enabled, requiredTags: ['OWNER'] } },
  ],
  fail: [
    { name: 'no tags', subject: { tags: {} }, says: 'tags are empty' },
    {
      name: 'one asked for is missing',
      policy: { ...enabled, requiredTags: ['owner', 'cost'] },
      says: 'tags lack cost',
    },
  ],
});
