import rule from '../../../src/rules/aiservices/aiservices-public-network-disabled';
import { safe, safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const access = (publicNetworkAccess: 'Enabled' | 'SecuredByPerimeter' | 'Unrecognised') => ({
  subject: { network: safeNetwork({ publicNetworkAccess }) },
});
const gap = { kind: 'perimeterAssociation', reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [
    { name: 'the public network is off' },
    { name: 'the perimeter is enforced', ...access('SecuredByPerimeter'), around: [safe('perimeterAssociation')] },
  ],
  fail: [
    {
      name: 'the public network is on, even behind a firewall',
      ...access('Enabled'),
      says: 'publicNetworkAccess is Enabled',
    },
    { name: 'a value nobody knows', ...access('Unrecognised') },
    {
      name: 'the perimeter only watches',
      ...access('SecuredByPerimeter'),
      around: [safe('perimeterAssociation', { accessMode: 'Learning' })],
    },
  ],
  unknown: [
    {
      name: 'the perimeter was not read',
      ...access('SecuredByPerimeter'),
      gaps: [{ ...gap, scope: safe('aiAccount').id }],
    },
  ],
});
