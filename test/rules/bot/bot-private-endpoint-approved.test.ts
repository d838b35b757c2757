import rule from '../../../src/rules/bot/bot-private-endpoint-approved';
import { testRule } from '../../kit/testRule';

const endpoints = (...statuses: string[]) => ({
  subject: { privateEndpointConnections: statuses.map((status) => ({ privateEndpointId: 'pe', status })) },
});

testRule(rule, {
  pass: [{ name: 'one is approved, in odd casing', ...endpoints('Rejected', 'approved') }],
  fail: [
    { name: 'none', ...endpoints(), says: 'are none' },
    { name: 'one waits', ...endpoints('Pending'), says: 'are Pending' },
  ],
});
