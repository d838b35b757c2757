import rule from '../../../src/rules/rbac/ai-rbac-privileged-standing';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import { assignment, group, principal, roleId } from '../../kit/access';

const owner = roleId('8e3af657-a8ff-443c-a75c-2fe8c4bcb635');
const contributor = roleId('B24988AC-6180-42A0-AB88-20F7382DD24C');
const wide = (n: number, changes = {}) =>
  Array.from({ length: n }, (_, at) => [
    assignment(`sp-${at}`, {
      scope: '/subscriptions/s',
      principalType: 'ServicePrincipal',
      roleDefinitionId: owner,
      ...changes,
    }),
    principal(`sp-${at}`, { principalType: 'ServicePrincipal' }),
  ]).flat();
const sub = safe('subscription');
const mg = '/providers/microsoft.management/managementgroups/mg';
const as = (roleDefinitionId: string, changes = {}) => ({
  around: [sub, assignment('u-1', { roleDefinitionId, ...changes }), principal('u-1')],
});

testRule(rule, {
  pass: [
    { name: 'nobody has a role' },
    { name: 'a user reads only', ...as(roleId('acdd72a7-3385-48ef-bd42-f606fba81ae7')) },
    { name: 'a user owns something else', ...as(owner, { scope: `${safe('aiAccount').id}/projects/p` }) },
    {
      name: 'a group owns the account',
      around: [
        sub,
        assignment('g', { principalType: 'Group', roleDefinitionId: owner }),
        group('g', ['u-1']),
        principal('u-1'),
      ],
    },
    { name: 'three applications own the subscription', around: [sub, ...wide(3)] },
    {
      name: 'many own the resource group only',
      around: [sub, ...wide(5, { scope: '/subscriptions/s/resourcegroups/rg' })],
    },
    {
      name: 'the user is deleted',
      around: [sub, assignment('u-0', { roleDefinitionId: owner }), principal('u-0', { known: 'deleted' })],
    },
  ],
  fail: [
    { name: 'a user owns the account', ...as(owner), says: '1 users Owner' },
    {
      name: 'a user contributes to the resource group, GUID in capitals',
      ...as(contributor, { scope: '/subscriptions/s/resourcegroups/rg' }),
      says: 'Contributor',
    },
    {
      name: 'Graph was refused, and the assignment says it is a user',
      around: [
        sub,
        assignment('u-1', { roleDefinitionId: owner }),
        principal('u-1', { known: 'unread', principalType: 'Unrecognised' }),
      ],
    },
    { name: 'four applications own the subscription', around: [sub, ...wide(4)], says: '4 principals' },
    {
      name: 'the policy file allows one only',
      around: [sub, ...wide(2)],
      policy: { maxPrivilegedPrincipals: 1 },
      says: 'maxPrivilegedPrincipals is 1',
    },
  ],
  unknown: [
    { name: 'the chain of management groups is not known', ...as(owner, { scope: mg }), says: 'management groups' },
    { name: 'the same for many applications', around: [sub, ...wide(4, { scope: mg })], says: 'management groups' },
    {
      name: 'the type of the principal is not known',
      ...as(owner, { principalType: '' }),
      around: [sub, assignment('u-1', { roleDefinitionId: owner, principalType: '' })],
      says: 'principalType',
    },
    {
      name: 'assignments were not read',
      gaps: [{ kind: 'roleAssignment', scope: '/', reason: 'forbidden', permission: 'x/read', detail: '' }],
      says: 'x/read',
    },
  ],
});
