import rule from '../../../src/rules/mlw/mlw-high-business-impact';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'declared' }],
  fail: [
    {
      name: 'not declared, as when Azure leaves it out',
      subject: { hbiWorkspace: false },
      says: 'hbiWorkspace is false',
    },
  ],
  notApplicable: [{ name: 'a project', subject: { hbiWorkspace: false, workspaceKind: 'Project' }, says: 'hub' }],
});
