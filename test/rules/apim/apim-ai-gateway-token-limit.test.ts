import rule from '../../../src/rules/apim/apim-ai-gateway-token-limit';
import { testRule } from '../../kit/testRule';
import { fragment, gateId, policy, unread, widePolicy } from './gate';

const includes = (presence: 'always' | 'sometimes') => policy({}, { fragments: [{ name: 'limits', presence }] });

testRule(rule, {
  pass: [
    {
      name: 'in the policy of the API, whatever else was not read',
      around: [policy({ tokenLimit: 'always' })],
      gaps: [unread('apimPolicyFragment', gateId)],
    },
    {
      name: 'in the policy of the service',
      around: [policy({}, { inherits: true }), widePolicy({ tokenLimit: 'always' })],
    },
    { name: 'in the policy of the service, the API having none', around: [widePolicy({ tokenLimit: 'always' })] },
    { name: 'in a fragment', around: [includes('always'), fragment({ tokenLimit: 'always' })] },
  ],
  fail: [
    { name: 'nowhere', around: [policy()], says: 'no llm-token-limit' },
    { name: 'no policy at all' },
    {
      name: 'in a policy that the API does not let in',
      around: [policy({}, { inherits: false }), widePolicy({ tokenLimit: 'always' })],
    },
    { name: 'a policy for models alone is none', around: [policy({ modelPolicy: 'always' })] },
  ],
  notApplicable: [
    { name: 'no model behind it', subject: { serviceHost: 'a.example' }, around: [policy()] },
    { name: 'an MCP server', subject: { apiType: 'mcp' }, says: 'MCP' },
  ],
  unknown: [
    { name: 'below some branches', around: [policy({ tokenLimit: 'sometimes' })], says: 'some branches' },
    {
      name: 'a fragment that is included in some branches',
      around: [includes('sometimes'), fragment({ tokenLimit: 'always' })],
    },
    { name: 'the policy was not read', gaps: [unread('apimPolicy', `${gateId}/apis/chat`)], says: 'x/read' },
    {
      name: 'the policy of the service was not read',
      around: [policy()],
      gaps: [unread('apimPolicy', `${gateId}/policies/policy`)],
    },
    { name: 'fragments were not read', around: [includes('always')], gaps: [unread('apimPolicyFragment', gateId)] },
  ],
});
