import rule from '../../../src/rules/search/search-private-endpoint-approved';
import { safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const endpoints = (...statuses: string[]) => ({
  subject: {
    network: safeNetwork({
      privateEndpointConnections: statuses.map((status) => ({ privateEndpointId: 'pe', status })),
    }),
  },
});

testRule(rule, {
  pass: [{ name: 'one is approved, in odd casing', ...endpoints('Pending', 'APPROVED') }],
  fail: [
    { name: 'there is none', ...endpoints(), says: 'privateEndpointConnections are none' },
    { name: 'none is approved', ...endpoints('Pending', 'Rejected'), says: 'Pending, Rejected' },
  ],
});
