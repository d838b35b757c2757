import rule from '../../../src/rules/apim/apim-backend-authenticated';
import { testRule } from '../../kit/testRule';
import { safe } from '../../kit/safe';
import { gateId, plainApi, policy, unread, widePolicy } from './gate';

const bare = { credentials: [] } as const;
const signsIn = policy({ managedIdentityAuth: 'always' }, { backendNames: ['models'] });
const other = plainApi({ id: `${gateId}/apis/other` });
const otherPolicy = safe('apimPolicy', {
  ...policy({}, { backendNames: ['models'] }),
  id: `${other.id}/policies/policy`,
  parentId: other.id,
});

testRule(rule, {
  pass: [
    { name: 'an identity of its own' },
    { name: 'the policy that names it signs in', around: [plainApi(), signsIn], subject: bare },
    {
      name: 'the policy of the service signs in',
      around: [plainApi(), policy({}, { backendNames: ['models'] }), widePolicy({ managedIdentityAuth: 'always' })],
      subject: bare,
    },
    {
      name: 'a policy writes a header: another rule judges that key',
      around: [plainApi(), policy({}, { backendNames: ['models'], credentialHeaders: ['api-key'] })],
      subject: bare,
    },
  ],
  fail: [
    { name: 'nothing', subject: bare, says: 'credentials are empty' },
    {
      name: 'a policy that names it and signs in nobody',
      around: [plainApi(), policy({}, { backendNames: ['models'] })],
      subject: bare,
    },
    {
      name: 'a policy that signs in for some calls only',
      around: [plainApi(), policy({ managedIdentityAuth: 'sometimes' }, { backendNames: ['models'] })],
      subject: bare,
    },
    { name: 'one of two policies', around: [plainApi(), signsIn, other, otherPolicy], subject: bare },
  ],
  notApplicable: [
    { name: 'a pool', subject: { ...bare, host: '', members: ['east'] }, says: 'pool' },
    { name: 'no AI API leads to it', around: [plainApi()], subject: { ...bare, host: 'a.example' } },
  ],
  unknown: [
    {
      name: 'the policy that may sign in was not read',
      around: [plainApi()],
      gaps: [unread('apimPolicy', plainApi().id)],
      subject: bare,
    },
  ],
});
