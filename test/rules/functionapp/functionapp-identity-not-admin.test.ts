import rule from '../../../src/rules/functionapp/functionapp-identity-not-admin';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import type { Resource } from '../../../src/model/resource';
import { assignment, group, principal, role, roleId } from '../../kit/access';

const identity = (principalId?: string) => ({
  identity: {
    types: ['SystemAssigned' as const],
    ...(principalId ? { principalId } : {}),
    userAssignedIds: [],
    userAssignedPrincipalIds: [],
  },
});
const owner = role('owner', { actions: ['*'] });
const contributor = role('contributor', { actions: ['*'], notActions: ['Microsoft.Authorization/*/Write'] });
const grants = role('grants', { actions: ['*/read', 'Microsoft.Authorization/*'] });
const models = role('models', { actions: ['Microsoft.CognitiveServices/*'] });
const roles = [safe('subscription'), owner, contributor, grants, models];
const has = (name: string, changes = {}) =>
  assignment('mi', {
    scope: '/subscriptions/s',
    principalType: 'ServicePrincipal',
    roleDefinitionId: roleId(name),
    ...changes,
  });
const app = (...around: Resource[]) => ({
  subject: identity('mi'),
  around: [...roles, principal('mi', { principalType: 'ManagedIdentity' }), ...around],
});
const gap = { reason: 'forbidden', permission: 'x/read', detail: '', scope: '/' } as const;

testRule(rule, {
  pass: [
    { name: 'it manages one service', ...app(has('models')) },
    { name: 'it owns its group', ...app(has('owner', { scope: '/subscriptions/s/resourcegroups/rg' })) },
    { name: 'it owns another subscription', ...app(has('owner', { scope: '/subscriptions/s2' })) },
    { name: 'another identity owns it', ...app(assignment('other', { ...has('owner'), principalId: 'other' })) },
  ],
  fail: [
    { name: 'it owns the subscription', ...app(has('owner')), says: 'may write everything' },
    { name: 'it contributes to the subscription', ...app(has('contributor')) },
    { name: 'it gives roles', ...app(has('grants')) },
    { name: 'it owns what stands above', ...app(has('owner', { scope: '/' })) },
    {
      name: 'it owns by a group',
      ...app(group('g', ['mi']), assignment('g', { ...has('owner'), principalId: 'g', principalType: 'Group' })),
    },
  ],
  notApplicable: [{ name: 'it has no identity', subject: identity(), says: 'principalId' }],
  unknown: [
    { name: 'under a condition', ...app(has('grants', { hasCondition: true })), says: 'condition' },
    { name: 'its role was not read', ...app(has('missing')), says: 'role' },
    {
      name: 'a group that owns was not read',
      ...app(group('g', null), assignment('g', { ...has('owner'), principalId: 'g', principalType: 'Group' })),
      says: 'members of group g',
    },
    { name: 'assignments were not read', ...app(), gaps: [{ ...gap, kind: 'roleAssignment' }], says: 'x/read' },
  ],
});
