import rule from '../../../src/rules/foundry/foundry-connection-not-shared-to-all';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'not shared' }, { name: 'not shared, in a project', subject: { owner: 'project' } }],
  fail: [{ name: 'shared', subject: { isSharedToAll: true }, says: 'isSharedToAll is true' }],
  notApplicable: [{ name: 'of an ML workspace', subject: { owner: 'workspace', isSharedToAll: true } }],
});
