import rule from '../../../src/rules/apim/apim-config-endpoints-private';
import { testRule } from '../../kit/testRule';
import { aiApi, gateId, plainApi, unread } from './gate';

const open = { publicNetworkAccess: 'Enabled', virtualNetworkType: 'None' } as const;

testRule(rule, {
  pass: [
    { name: 'closed', around: [aiApi()], subject: { virtualNetworkType: 'None' } },
    { name: 'inside a network', around: [aiApi()], subject: { publicNetworkAccess: 'Enabled' } },
  ],
  fail: [
    { name: 'open', around: [aiApi()], subject: open, says: 'publicNetworkAccess is Enabled' },
    {
      name: 'an external network leaves it open',
      around: [aiApi()],
      subject: { ...open, virtualNetworkType: 'External' },
      says: 'External',
    },
    { name: 'a value nobody knows', around: [aiApi()], subject: { ...open, publicNetworkAccess: 'Unrecognised' } },
  ],
  notApplicable: [
    { name: 'no API', says: 'no API' },
    { name: 'APIs that lead elsewhere', around: [plainApi()] },
  ],
  unknown: [
    { name: 'APIs were not read', gaps: [unread('apimApi', gateId)], says: 'x/read' },
    {
      name: 'the policy of the only API was not read',
      around: [plainApi()],
      gaps: [unread('apimPolicy', plainApi().id)],
    },
  ],
});
