import rule from '../../../src/rules/storage/storage-private-endpoint';
import { safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const connections = (...statuses: string[]) => ({
  subject: {
    network: safeNetwork({
      privateEndpointConnections: statuses.map((status, n) => ({ privateEndpointId: `pe${n}`, status })),
    }),
  },
});

testRule(rule, {
  pass: [
    { name: 'one is approved', ...connections('Rejected', 'Approved') },
    { name: 'odd casing', ...connections('APPROVED') },
  ],
  fail: [
    { name: 'none', ...connections(), says: 'privateEndpointConnections are none' },
    { name: 'one waits', ...connections('Pending'), says: 'Pending' },
    { name: 'a status nobody knows', ...connections('Maybe') },
  ],
});
