import rule from '../../../src/rules/search/search-datasource-credentials';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'an identity' }],
  fail: [{ name: 'a key', subject: { credentials: 'key' }, says: 'key or password' }],
  unknown: [{ name: 'left out', subject: { credentials: 'notStated' }, says: 'connectionString' }],
});
