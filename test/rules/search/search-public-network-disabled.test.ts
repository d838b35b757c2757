import rule from '../../../src/rules/search/search-public-network-disabled';
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
    { name: 'the perimeter is enforced, in odd casing', ...perimeter('enforced') },
  ],
  fail: [
    {
      name: 'the public network is on, as when Azure leaves the property out',
      ...open(),
      says: 'publicNetworkAccess is Enabled',
    },
    { name: 'a narrow firewall is not off', ...open({ ipRules: ['203.0.113.7'] }) },
    { name: 'a value nobody knows', ...open({ publicNetworkAccess: 'Unrecognised' }) },
    { name: 'the perimeter only watches', ...perimeter('Learning'), says: 'accessMode is Learning' },
    { name: 'the perimeter only audits', ...perimeter('Audit') },
    { name: 'there is no perimeter', ...perimeter(), says: 'no perimeter association' },
  ],
  unknown: [
    { name: 'the perimeter was not read', ...perimeter(), gaps: [{ ...gap, scope: subject.id }], says: 'x/read' },
  ],
});
