import rule from '../../../src/rules/apim/apim-mcp-server-unauthenticated';
import { testRule } from '../../kit/testRule';
import { gateId, policy, unread, widePolicy } from './gate';

const mcp = { apiType: 'mcp', subscriptionRequired: false } as const;

testRule(rule, {
  pass: [
    { name: 'a subscription is required', subject: { ...mcp, subscriptionRequired: true } },
    { name: 'tokens are validated', subject: mcp, around: [policy({ callerValidation: 'always' })] },
    {
      name: 'tokens are validated for the whole service',
      subject: mcp,
      around: [widePolicy({ callerValidation: 'always' })],
    },
  ],
  fail: [
    {
      name: 'anyone may call',
      subject: mcp,
      around: [policy({ managedIdentityAuth: 'always' })],
      says: 'subscriptionRequired is not true',
    },
    { name: 'no policy', subject: mcp },
  ],
  notApplicable: [{ name: 'not an MCP server', subject: { subscriptionRequired: false } }],
  unknown: [
    {
      name: 'validated in some branches',
      subject: mcp,
      around: [policy({ callerValidation: 'sometimes' })],
      says: 'some branches',
    },
    { name: 'the policy was not read', subject: mcp, gaps: [unread('apimPolicy', `${gateId}/apis/chat`)] },
  ],
});
