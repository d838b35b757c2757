import rule from '../../../src/rules/search/search-vectorizer-auth';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'an identity' }],
  fail: [
    {
      name: 'one of two has a key',
      subject: {
        vectorizers: [
          { name: 'a', hasKey: false },
          { name: 'b', hasKey: true },
        ],
      },
      says: 'vectorizers b have a key',
    },
  ],
  notApplicable: [{ name: 'none', subject: { vectorizers: [] } }],
});
