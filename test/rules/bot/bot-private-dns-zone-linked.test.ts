import rule from '../../../src/rules/bot/bot-private-dns-zone-linked';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const gap = {
  kind: 'privateDnsZoneGroup',
  scope: safe('privateEndpoint').id,
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;
const subject = { connections: [{ targetId: '/x', groupIds: ['Bot'], status: 'Approved' }] };
const zones = (...names: string[]) => [safe('privateDnsZoneGroup', { zones: names })];

testRule(rule, {
  pass: [{ name: 'its zones hold the records', subject, around: zones('privatelink.directline.botframework.com') }],
  fail: [
    { name: 'no zone group', subject, says: 'no zone' },
    { name: 'another zone', subject, around: zones('privatelink.search.windows.net'), says: 'privatelink' },
  ],
  notApplicable: [
    {
      name: 'an endpoint of storage',
      subject: { connections: [{ targetId: '/x', groupIds: ['blob'], status: 'Approved' }] },
    },
  ],
  unknown: [{ name: 'zone groups were not read', subject, gaps: [gap], says: 'x/read' }],
});
