import rule from '../../../src/rules/mlw/mlw-cmk';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'a key of its own' }, { name: 'a hub with a key of its own', subject: { workspaceKind: 'Hub' } }],
  fail: [
    {
      name: 'no key, as when Azure leaves encryption out',
      subject: { customerManagedKey: false },
      says: 'keyVaultProperties is absent',
    },
    { name: 'a hub without', subject: { customerManagedKey: false, workspaceKind: 'Hub' } },
  ],
  notApplicable: [
    { name: 'a project', subject: { customerManagedKey: false, workspaceKind: 'PROJECT' }, says: 'judged on its hub' },
  ],
});
