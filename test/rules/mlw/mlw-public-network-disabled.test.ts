import rule from '../../../src/rules/mlw/mlw-public-network-disabled';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [
    { name: 'the public network is off' },
    { name: 'a hub whose public network is off', subject: { workspaceKind: 'Hub' } },
  ],
  fail: [
    {
      name: 'the public network is on, as when Azure leaves the property out',
      subject: { publicNetworkAccess: 'Enabled' },
      says: 'publicNetworkAccess is Enabled',
    },
    { name: 'a hub in public', subject: { workspaceKind: 'Hub', publicNetworkAccess: 'Enabled' } },
    { name: 'a value nobody knows', subject: { publicNetworkAccess: 'Unrecognised' } },
  ],
  notApplicable: [
    {
      name: 'a project is judged on its hub, in odd casing',
      subject: { workspaceKind: 'PROJECT', publicNetworkAccess: 'Enabled' },
      says: 'Project',
    },
  ],
  unknown: [
    {
      name: 'a perimeter rules, and its mode is not read',
      subject: { publicNetworkAccess: 'SecuredByPerimeter' },
      says: 'SecuredByPerimeter',
    },
  ],
});
