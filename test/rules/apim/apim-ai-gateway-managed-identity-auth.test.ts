import rule from '../../../src/rules/apim/apim-ai-gateway-managed-identity-auth';
import { testRule } from '../../kit/testRule';
import { safe } from '../../kit/safe';
import { gateId, policy, unread } from './gate';

testRule(rule, {
  pass: [
    { name: 'the policy signs in', around: [policy({ managedIdentityAuth: 'always' })] },
    {
      name: 'and passes its token on itself',
      around: [policy({ managedIdentityAuth: 'always' }, { credentialHeaders: ['authorization'] })],
    },
    { name: 'the backend signs in', around: [policy({}, { backendNames: ['models'] }), safe('apimBackend')] },
  ],
  fail: [
    {
      name: 'a key in a header',
      around: [policy({ managedIdentityAuth: 'always' }, { credentialHeaders: ['api-key'] })],
      says: 'set-header writes api-key',
    },
    {
      name: 'a key in a header of a fragment',
      around: [
        policy({}, { fragments: [{ name: 'limits', presence: 'sometimes' }] }),
        safe('apimPolicyFragment', { credentialHeaders: ['api-key'] }),
      ],
      says: 'api-key',
    },
    {
      name: 'a token that is not of the identity',
      around: [policy({}, { credentialHeaders: ['authorization'] })],
      says: 'authorization',
    },
    {
      name: 'a key in the backend',
      around: [
        policy({ managedIdentityAuth: 'always' }, { backendNames: ['models'] }),
        safe('apimBackend', { credentials: ['header'] }),
      ],
      says: 'header',
    },
    { name: 'nobody signs in', around: [policy()], says: 'no authentication-managed-identity' },
    {
      name: 'the backend neither',
      around: [policy({}, { backendNames: ['models'] }), safe('apimBackend', { credentials: [] })],
    },
  ],
  notApplicable: [
    {
      name: 'a model of another vendor, which knows no managed identity',
      subject: { serviceHost: 'api.openai.com' },
      around: [policy()],
    },
    { name: 'a look-alike host', subject: { serviceHost: 'openai.azure.com.evil.example' } },
  ],
  unknown: [
    { name: 'in some branches', around: [policy({ managedIdentityAuth: 'sometimes' })], says: 'some branches' },
    {
      name: 'backends were not read',
      around: [policy({}, { backendNames: ['models'] })],
      gaps: [unread('apimBackend', gateId)],
    },
  ],
});
