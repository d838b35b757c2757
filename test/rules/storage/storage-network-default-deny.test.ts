import rule from '../../../src/rules/storage/storage-network-default-deny';
import { safe, safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const subject = safe('storageAccount');
const open = (changes: Parameters<typeof safeNetwork>[0] = {}) => ({
  subject: { network: safeNetwork({ publicNetworkAccess: 'Enabled', ...changes }) },
});
const perimeter = (...modes: string[]) => ({
  ...open({ publicNetworkAccess: 'SecuredByPerimeter', defaultAction: 'Allow' }),
  around: modes.map((accessMode, n) =>
    safe('perimeterAssociation', { id: `${subject.id}/nsp/${n}`, parentId: subject.id, accessMode }),
  ),
});
const gap = { kind: 'perimeterAssociation', reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [
    {
      name: 'the public network is off, whatever the firewall says',
      subject: { network: safeNetwork({ defaultAction: 'Allow' }) },
      gaps: [{ ...gap, scope: subject.id }],
    },
    { name: 'deny by default, a /9 allowed', ...open({ ipRules: ['10.0.0.0/9'] }) },
    { name: 'the perimeter is enforced, in odd casing', ...perimeter('ENFORCED') },
  ],
  fail: [
    {
      name: 'allow by default, as when Azure leaves the rules out',
      ...open({ defaultAction: 'Allow' }),
      says: 'defaultAction is Allow',
    },
    { name: 'a default action nobody knows', ...open({ defaultAction: 'Unrecognised' }) },
    { name: 'a public network value nobody knows', ...open({ publicNetworkAccess: 'Unrecognised' }) },
    { name: 'deny, but a /8 is let in', ...open({ ipRules: ['20.0.0.0/8'] }), says: '20.0.0.0/8' },
    { name: 'the perimeter only watches', ...perimeter('Learning'), says: 'accessMode is Learning' },
    { name: 'the perimeter only audits', ...perimeter('Audit') },
    { name: 'there is no perimeter', ...perimeter(), says: 'no perimeter association' },
  ],
  unknown: [
    { name: 'the perimeter was not read', ...perimeter(), gaps: [{ ...gap, scope: subject.id }], says: 'x/read' },
  ],
});
