import rule from '../../../src/rules/rbac/ai-rbac-managed-identity-calls-only';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import type { Resource } from '../../../src/model/resource';
import { assignment, group, principal, role, roleId } from '../../kit/access';

const calls = role('calls', { dataActions: ['Microsoft.CognitiveServices/*'] });
const lists = role('lists', { actions: ['Microsoft.CognitiveServices/accounts/listKeys/action'] });
const owner = role('owner', { actions: ['*'] });
const around = (...more: Resource[]) => ({ around: [safe('subscription'), calls, lists, owner, ...more] });
const identity = principal('mi', { principalType: 'ManagedIdentity' });
const has = (name: string, changes = {}) =>
  assignment('mi', { principalType: 'ServicePrincipal', roleDefinitionId: roleId(name), ...changes });
const gap = { reason: 'forbidden', permission: 'x/read', detail: '', scope: '/' } as const;

testRule(rule, {
  pass: [
    { name: 'it only calls', ...around(identity, has('calls')) },
    {
      name: 'an application lists keys',
      ...around(principal('mi', { principalType: 'ServicePrincipal' }), has('lists')),
    },
    { name: 'it owns a neighbour', ...around(identity, has('owner', { scope: `${safe('aiAccount').id}2` })) },
    { name: 'nobody has a role', ...around() },
  ],
  fail: [
    { name: 'it lists keys', ...around(identity, has('lists')), says: '1 managed identities list the keys' },
    {
      name: 'it owns the subscription',
      ...around(identity, has('owner', { scope: '/subscriptions/s' })),
      says: 'give roles',
    },
    {
      name: 'it lists keys through a group',
      ...around(
        identity,
        group('g', ['mi']),
        assignment('g', { principalType: 'Group', roleDefinitionId: roleId('lists') }),
      ),
    },
  ],
  unknown: [
    { name: 'under a condition', ...around(identity, has('lists', { hasCondition: true })), says: 'condition' },
    { name: 'its role was not read', ...around(identity, has('missing')), says: 'role behind' },
    {
      name: 'a group was not read',
      ...around(group('g', null), assignment('g', { principalType: 'Group', roleDefinitionId: roleId('lists') })),
      says: 'members of group g',
    },
    {
      name: 'principals were not read',
      ...around(has('lists')),
      gaps: [{ ...gap, kind: 'principal' }],
      says: 'needs x/read',
    },
    {
      name: 'definitions were not read',
      ...around(identity),
      gaps: [{ ...gap, kind: 'roleDefinition' }],
      says: 'x/read',
    },
  ],
});
