import rule from '../../../src/rules/aiservices/aiservices-listkeys-usage';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const listed = (changes = {}) => ({ subject: { localAuthDisabled: false }, around: [safe('keyListing', changes)] });
const guest = { caller: 'eva_example.org#ext#@halden.example', callerIds: ['p-9'] };

testRule(rule, {
  pass: [
    { name: 'the caller is expected', ...listed(), policy: { allowedKeyReaders: ['P-7'] } },
    { name: 'its program is expected', ...listed(), policy: { allowedKeyReaders: ['app-7'] } },
    { name: 'Azure itself asked', ...listed({ caller: '', callerIds: [] }), policy: { allowedKeyReaders: ['x'] } },
    { name: 'nobody asked', subject: { localAuthDisabled: false }, policy: { allowedKeyReaders: ['x'] } },
  ],
  fail: [
    { name: 'another is expected', ...listed(), policy: { allowedKeyReaders: ['p-8'] }, says: 'by 1 callers' },
    { name: 'a guest, whatever the policy file says not', ...listed(guest), says: 'by 1 callers' },
  ],
  notApplicable: [
    { name: 'nobody said who is expected', ...listed(), says: 'allowedKeyReaders' },
    { name: 'keys are off', around: [safe('keyListing', guest)], says: 'disableLocalAuth' },
  ],
  unknown: [
    {
      name: 'the log was not read',
      subject: { localAuthDisabled: false },
      gaps: [{ kind: 'keyListing', scope: '/subscriptions/s', reason: 'forbidden', permission: 'x/read', detail: '' }],
      says: 'x/read',
    },
  ],
});
