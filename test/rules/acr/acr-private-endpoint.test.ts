import rule from '../../../src/rules/acr/acr-private-endpoint';
import { safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const connections = (...statuses: string[]) => ({
  network: safeNetwork({
    privateEndpointConnections: statuses.map((status, n) => ({ privateEndpointId: `pe${n}`, status })),
  }),
});

testRule(rule, {
  pass: [{ name: 'one is approved, in odd casing', subject: connections('Pending', 'APPROVED') }],
  fail: [
    { name: 'none', subject: connections(), says: 'privateEndpointConnections are none' },
    { name: 'one waits', subject: { ...connections('Pending'), sku: 'PREMIUM' }, says: 'are Pending' },
    { name: 'a tier that takes none', subject: { ...connections(), sku: 'Basic' }, says: 'sku.name is Basic' },
  ],
});
