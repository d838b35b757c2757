import rule from '../../../src/rules/search/search-tagged-and-named';
import { testRule } from '../../kit/testRule';

const enabled = { rules: { 'search-tagged-and-named': { enabled: true } } };

testRule(rule, {
  pass: [
    { name: 'it has a tag, and no pattern is given' },
    { name: 'its name fits', policy: { ...enabled, namePattern: 'sr.h|acct' } },
  ],
  fail: [
    { name: 'no tags', subject: { tags: {} }, says: 'tags are empty' },
    { name: 'a tag is missing', policy: { ...enabled, requiredTags: ['cost'] }, says: 'tags lack cost' },
    { name: 'a part of its name fits', policy: { ...enabled, namePattern: 'sr|ch' }, says: 'name srch' },
  ],
});
