import rule from '../../../src/rules/apim/apim-subscription-not-all-apis';
import { testRule } from '../../kit/testRule';
import { aiApi, gateId, plainApi, unread } from './gate';

testRule(rule, {
  pass: [
    { name: 'one API', around: [aiApi()] },
    { name: 'a product', around: [aiApi()], subject: { scope: '/products/gold' } },
    { name: 'an API named apis', around: [aiApi()], subject: { scope: '/apis/apis' } },
    { name: 'the built-in one, which nobody can narrow', around: [aiApi()], subject: { scope: '' } },
  ],
  fail: [
    { name: 'all APIs', around: [aiApi()], subject: { scope: '/apis' }, says: 'scope is /apis' },
    { name: 'in a state nobody knows', around: [aiApi()], subject: { scope: '/apis', state: 'dormant' } },
    { name: 'in no state', around: [aiApi()], subject: { scope: '/apis', state: '' } },
  ],
  notApplicable: [
    {
      name: 'cancelled',
      around: [aiApi()],
      subject: { scope: '/apis', state: 'cancelled' },
      says: 'state is cancelled',
    },
    { name: 'a gateway without models', around: [plainApi()], subject: { scope: '/apis' } },
  ],
  unknown: [{ name: 'APIs were not read', gaps: [unread('apimApi', gateId)], subject: { scope: '/apis' } }],
});
