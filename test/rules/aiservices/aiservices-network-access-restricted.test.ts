import rule from '../../../src/rules/aiservices/aiservices-network-access-restricted';
import { safe, safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const account = safe('aiAccount');
const open = (changes: Parameters<typeof safeNetwork>[0]) => ({
  subject: { network: safeNetwork({ publicNetworkAccess: 'Enabled', ...changes }) },
});
const perimeter = (...modes: string[]) => ({
  ...open({ publicNetworkAccess: 'SecuredByPerimeter', defaultAction: 'Allow' }),
  around: modes.map((accessMode, n) => safe('perimeterAssociation', { id: `${account.id}/nsp/${n}`, accessMode })),
});
const gap = { kind: 'perimeterAssociation', reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [
    {
      name: 'the public network is off, whatever the firewall says',
      subject: { network: safeNetwork({ defaultAction: 'Allow' }) },
    },
    { name: 'deny by default, a /9 allowed', ...open({ ipRules: ['10.0.0.0/9'] }) },
    { name: 'the perimeter is enforced, in odd casing', ...perimeter('ENFORCED') },
    { name: 'one of two perimeters is enforced', ...perimeter('Learning', 'Enforced') },
    {
      name: 'a perimeter that was not read does not matter where the network is off',
      gaps: [{ ...gap, scope: account.id }],
    },
  ],
  fail: [
    { name: 'allow by default', ...open({ defaultAction: 'Allow' }), says: 'defaultAction is Allow' },
    { name: 'a default action nobody knows', ...open({ defaultAction: 'Unrecognised' }) },
    { name: 'a public network value nobody knows', ...open({ publicNetworkAccess: 'Unrecognised' }) },
    { name: 'deny, but a /8 is let in', ...open({ ipRules: ['10.0.0.0/8'] }), says: '10.0.0.0/8' },
    { name: 'deny, but two halves of a /8 are let in', ...open({ ipRules: ['10.128.0.0/9', '10.0.0.0/9'] }) },
    { name: 'the perimeter only watches', ...perimeter('Learning'), says: 'accessMode is Learning' },
    { name: 'the perimeter only audits', ...perimeter('Audit') },
    { name: 'there is no perimeter', ...perimeter(), says: 'no perimeter association' },
  ],
  unknown: [
    { name: 'the perimeter was not read', ...perimeter(), gaps: [{ ...gap, scope: account.id }], says: 'x/read' },
  ],
});
