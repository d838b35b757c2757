import rule from '../../../src/rules/mlw/mlw-private-endpoint-approved';
import { testRule } from '../../kit/testRule';

const endpoints = (...statuses: string[]) => ({
  subject: { privateEndpointConnections: statuses.map((status) => ({ privateEndpointId: 'pe', status })) },
});

testRule(rule, {
  pass: [{ name: 'one is approved, in odd casing', ...endpoints('Pending', 'APPROVED') }],
  fail: [
    { name: 'there is none', ...endpoints(), says: 'privateEndpointConnections are none' },
    { name: 'none is approved', ...endpoints('Pending', 'Rejected'), says: 'Pending, Rejected' },
  ],
  notApplicable: [
    {
      name: 'a project is judged on its hub, in odd casing',
      subject: { workspaceKind: 'PROJECT', privateEndpointConnections: [] },
      says: 'Project',
    },
  ],
});
