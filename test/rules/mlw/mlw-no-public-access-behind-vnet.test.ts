import rule from '../../../src/rules/mlw/mlw-no-public-access-behind-vnet';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'the switch is off, as when Azure leaves it out' }],
  fail: [
    {
      name: 'the switch is on',
      subject: { allowPublicAccessWhenBehindVnet: true },
      says: 'allowPublicAccessWhenBehindVnet is true',
    },
  ],
  notApplicable: [
    {
      name: 'a project is judged on its hub, in odd casing',
      subject: { workspaceKind: 'PROJECT', allowPublicAccessWhenBehindVnet: true },
      says: 'Project',
    },
  ],
});
