import rule from '../../../src/rules/mlregistry/mlregistry-cross-tenant-share';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import { assignment, group, principal } from '../../kit/access';

const scope = safe('mlRegistry').id;
const sub = safe('subscription');
const onGroup = { scope, principalType: 'Group' };
const gaps = [{ kind: 'roleAssignment', scope: '/', reason: 'forbidden', permission: 'x/read', detail: '' }] as const;
const graphGap = {
  kind: 'principal',
  scope: 'g',
  property: 'memberIds',
  reason: 'forbidden',
  permission: 'GroupMember.Read.All',
  detail: '',
} as const;
const bad = principal('x', { isGuest: true });

testRule(rule, {
  pass: [
    { name: 'nobody has a role' },
    { name: 'a member of the staff has one', around: [sub, assignment('u-1', { scope }), principal('u-1')] },
    { name: 'the role is elsewhere', around: [sub, assignment('x', { scope: `${scope}2` }), bad] },
    {
      name: 'the role is at another management group',
      around: [
        safe('subscription', { managementGroupIds: ['other'] }),
        assignment('x', { scope: '/providers/microsoft.management/managementgroups/mg' }),
        bad,
      ],
    },
    {
      name: 'through a group of staff',
      around: [sub, assignment('g', onGroup), group('g', ['u-1']), principal('u-1')],
    },
    {
      name: 'an application that was not read is no guest',
      around: [sub, assignment('sp', { scope, principalType: 'ServicePrincipal' })],
    },
    {
      name: 'a deleted principal is no guest',
      around: [
        sub,
        assignment('u-0', { scope }),
        principal('u-0', { known: 'deleted', principalType: 'Unrecognised' }),
      ],
    },
  ],
  fail: [
    { name: 'directly', around: [sub, assignment('x', { scope }), bad], says: '1 guest or foreign principals' },
    {
      name: 'twice counts once',
      around: [sub, assignment('x', { scope }), assignment('x', { scope: '/' }), bad],
      says: '1 guest or foreign principals',
    },
    { name: 'inherited from the subscription', around: [sub, assignment('x', { scope: '/subscriptions/s' }), bad] },
    {
      name: 'inherited from a management group',
      around: [
        safe('subscription', { managementGroupIds: ['/providers/microsoft.management/managementgroups/mg'] }),
        assignment('x', { scope: '/providers/microsoft.management/managementgroups/mg' }),
        bad,
      ],
    },
    {
      name: 'through a group',
      around: [sub, assignment('g', onGroup), group('g', ['u-1', 'x']), principal('u-1'), bad],
      says: '1 guest or foreign principals',
    },
    {
      name: 'for certain, beside a group that was not read',
      around: [sub, assignment('x', { scope }), bad, assignment('g', onGroup), group('g', null)],
    },
    {
      name: 'a group of another tenant',
      around: [sub, assignment('f', { scope, principalType: 'ForeignGroup' })],
      says: '1 guest',
    },
    {
      name: 'public blobs, whatever else was read',
      subject: { managedStorageAllowsPublicBlobs: true },
      gaps,
      says: 'allowBlobPublicAccess is true',
    },
  ],
  unknown: [
    {
      name: 'members of a group were not read',
      around: [sub, assignment('g', onGroup), group('g', null)],
      gaps: [graphGap],
      says: 'GroupMember.Read.All',
    },
    {
      name: 'a group is too large',
      around: [sub, assignment('g', onGroup), group('g', null)],
      says: 'members of group g',
    },
    { name: 'a user was not read', around: [sub, assignment('u-9', { scope })], says: 'principals' },
    {
      name: 'Graph was refused',
      around: [sub, assignment('u-9', { scope }), principal('u-9', { known: 'unread' })],
      gaps: [{ kind: 'principal', scope: '/', reason: 'forbidden', permission: 'Directory.Read.All', detail: '' }],
      says: 'Directory.Read.All',
    },
    {
      name: 'the chain of management groups is not known',
      around: [sub, assignment('x', { scope: '/providers/microsoft.management/managementgroups/mg' }), bad],
      says: 'management groups',
    },
    { name: 'assignments were not read', around: [sub], gaps, says: 'x/read' },
    {
      name: 'Graph does not say who is a guest',
      around: [sub, assignment('u-1', { scope }), principal('u-1')],
      gaps: [{ ...graphGap, scope: 'u-1', property: 'isGuest', permission: 'User.Read.All' }],
      says: 'User.Read.All',
    },
  ],
});
