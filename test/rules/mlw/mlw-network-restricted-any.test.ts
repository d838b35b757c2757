import rule from '../../../src/rules/mlw/mlw-network-restricted-any';
import { testRule } from '../../kit/testRule';

const pending = [{ privateEndpointId: 'pe', status: 'Pending' }];

testRule(rule, {
  pass: [
    { name: 'the public network is off', subject: { privateEndpointConnections: [] } },
    { name: 'public, with an approved private endpoint', subject: { publicNetworkAccess: 'Enabled' } },
  ],
  fail: [
    {
      name: 'public, without an endpoint',
      subject: { publicNetworkAccess: 'Enabled', privateEndpointConnections: [] },
      says: 'privateEndpointConnections are none',
    },
    {
      name: 'public, and the endpoint is not approved',
      subject: { publicNetworkAccess: 'Enabled', privateEndpointConnections: pending },
      says: 'Pending',
    },
    { name: 'a value nobody knows', subject: { publicNetworkAccess: 'Unrecognised', privateEndpointConnections: [] } },
  ],
  notApplicable: [
    {
      name: 'a project is judged on its hub, in odd casing',
      subject: { workspaceKind: 'PROJECT', publicNetworkAccess: 'Enabled', privateEndpointConnections: [] },
      says: 'Project',
    },
  ],
});
