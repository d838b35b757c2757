import rule from '../../../src/rules/mlw/mlw-managed-network-approved-outbound';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [
    { name: 'approved destinations only, in odd casing', subject: { isolationMode: 'allowOnlyApprovedOutbound' } },
  ],
  fail: [
    {
      name: 'no managed network, as when Azure leaves it out',
      subject: { isolationMode: 'Disabled' },
      says: 'isolationMode is Disabled',
    },
    { name: 'the whole internet', subject: { isolationMode: 'AllowInternetOutbound' }, says: 'AllowInternetOutbound' },
    { name: 'a mode nobody knows', subject: { isolationMode: 'AllowSome' } },
  ],
  notApplicable: [
    {
      name: 'a project is judged on its hub, in odd casing',
      subject: { workspaceKind: 'PROJECT', isolationMode: 'Disabled' },
      says: 'Project',
    },
  ],
});
