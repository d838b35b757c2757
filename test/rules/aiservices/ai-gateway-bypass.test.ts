import rule from '../../../src/rules/aiservices/ai-gateway-bypass';
import { safe, safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const open = { network: safeNetwork({ publicNetworkAccess: 'Enabled', defaultAction: 'Allow' }) };
const around = [safe('apimBackend')];
const unread = (kind: 'apimApi' | 'apimBackend') =>
  ({ kind, scope: safe('apimService').id, reason: 'forbidden', permission: 'x/read', detail: '' }) as const;

testRule(rule, {
  pass: [
    { name: 'closed and without keys', around },
    {
      name: 'a firewall that lets the gateway in',
      around,
      subject: { network: safeNetwork({ publicNetworkAccess: 'Enabled', ipRules: ['203.0.113.7'] }) },
    },
  ],
  fail: [
    { name: 'a backend leads to an open account', around, subject: open, says: 'publicNetworkAccess is Enabled' },
    { name: 'an API leads there', around: [safe('apimApi')], subject: open },
    {
      name: 'a policy leads there',
      around: [safe('apimPolicy', { backendHosts: ['acct.openai.azure.com'] })],
      subject: open,
    },
    {
      name: 'a fragment leads there',
      around: [safe('apimPolicyFragment', { backendHosts: ['acct.openai.azure.com'] })],
      subject: open,
    },
    { name: 'keys work', around, subject: { localAuthDisabled: false }, says: 'disableLocalAuth is false' },
  ],
  notApplicable: [
    { name: 'no gateway', subject: open, says: 'no API Management gateway' },
    {
      name: 'a gateway to another account',
      around: [safe('apimBackend', { host: 'other.openai.azure.com' })],
      subject: open,
    },
  ],
  unknown: [
    { name: 'backends were not read', gaps: [unread('apimBackend')], subject: open, says: 'x/read' },
    { name: 'APIs were not read', gaps: [unread('apimApi')], subject: open },
  ],
});
