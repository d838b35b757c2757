import rule from '../../../src/rules/bot/bot-unauthenticated-channel-and-multitenant';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [
    { name: 'a managed identity, Teams alone' },
    { name: 'one tenant, in odd casing', subject: { msaAppType: 'singletenant' } },
  ],
  fail: [
    { name: 'any tenant', subject: { msaAppType: 'MultiTenant' }, says: 'msaAppType is MultiTenant' },
    { name: 'not stated', subject: { msaAppType: '' }, says: 'not set' },
  ],
  unknown: [{ name: 'a web channel', subject: { enabledChannels: ['msteams', 'WebChat'] }, says: 'WebChat' }],
});
