import rule from '../../../src/rules/search/search-firewall-or-private';
import { safe, safeNetwork } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const subject = safe('searchService');
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
    { name: 'the public network is off', gaps: [{ ...gap, scope: subject.id }] },
    { name: 'one address is let in', ...open({ ipRules: ['203.0.113.7'] }) },
    { name: 'a /9 is let in', ...open({ ipRules: ['20.0.0.0/9'] }) },
    { name: 'the perimeter is enforced', ...perimeter('Enforced') },
  ],
  fail: [
    { name: 'no IP rule', ...open({ defaultAction: 'Allow' }), says: 'ipRules are empty' },
    { name: 'no IP rule, whatever a default action says', ...open({ defaultAction: 'Deny' }) },
    { name: 'a /8 is let in', ...open({ ipRules: ['20.0.0.0/8'] }), says: '20.0.0.0/8' },
    { name: 'everyone is let in', ...open({ ipRules: ['203.0.113.7', '0.0.0.0/0'] }), says: '0.0.0.0/0' },
    { name: 'a value nobody knows', ...open({ publicNetworkAccess: 'Unrecognised', ipRules: ['203.0.113.7'] }) },
    { name: 'the perimeter only watches', ...perimeter('Learning'), says: 'accessMode is Learning' },
    { name: 'the perimeter only audits', ...perimeter('Audit') },
    { name: 'there is no perimeter', ...perimeter(), says: 'no perimeter association' },
  ],
  unknown: [
    { name: 'the perimeter was not read', ...perimeter(), gaps: [{ ...gap, scope: subject.id }], says: 'x/read' },
  ],
});
