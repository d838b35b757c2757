import { defaultPolicy } from '../../src/model/policy';
import type { Resource } from '../../src/model/resource';
import type { Edge } from '../../src/paths/defineEdge';
import addsAppSecret from '../../src/paths/edges/adds-app-secret';
import editsRole from '../../src/paths/edges/edits-role';
import ownsGroup from '../../src/paths/edges/owns-group';
import { actsAs, canOn, owns } from '../../src/paths/states';
import { toTenant } from '../../src/paths/tenant';
import { assignment, group, principal, role, roleId } from '../kit/access';
import { safe } from '../kit/safe';

const drawn = (edge: unknown, ...resources: Resource[]) => [
  ...(edge as Edge).draw(toTenant({ resources, gaps: [], policy: defaultPolicy, takenAt: '2026-11-24T06:00:00Z' })),
];
const bare = (moves: ReturnType<typeof drawn>) => moves.map(({ from, to }) => ({ from, to }));

test('an owner of a group becomes one of it', () => {
  const moves = drawn(ownsGroup, { ...group('g', []), ownerIds: ['u-1'] }, group('h', []), principal('u-1'));
  expect(bare(moves)).toEqual([{ from: [actsAs('u-1')], to: actsAs('g') }]);
  expect(moves[0]!.tell().says).toContain('owns the group');
  expect(moves[0]!.closedBy).toEqual([{ change: 'remove-owner', on: 'g/owners/u-1' }]);
});

test('an owner of an application becomes it; nobody owns a managed identity', () => {
  const owned = (id: string, principalType: 'ServicePrincipal' | 'ManagedIdentity' | 'User') =>
    principal(id, { principalType, ownerIds: ['u-1'] });
  const moves = drawn(
    addsAppSecret,
    owned('app', 'ServicePrincipal'),
    owned('mi', 'ManagedIdentity'),
    owned('u', 'User'),
  );
  expect(bare(moves)).toEqual([{ from: [actsAs('u-1')], to: actsAs('app') }]);
});

describe('a custom role that somebody may write', () => {
  const keys = { actions: ['Microsoft.CognitiveServices/accounts/listKeys/action'] };
  const custom = (changes = {}) => ({
    ...role('custom', keys),
    roleType: 'CustomRole',
    assignableScopes: ['/subscriptions/s'],
    ...changes,
  });
  const held = assignment('u-1', { scope: '/subscriptions/s/resourcegroups/rg', roleDefinitionId: roleId('custom') });
  const around = [held, safe('subscription'), safe('aiAccount'), principal('u-1')];

  it('gives whoever holds it everything there, once all scopes it may stand on let it be written', () => {
    expect(bare(drawn(editsRole, custom(), ...around))).toEqual([
      {
        from: [canOn('role.edit', '/subscriptions/s'), actsAs('u-1')],
        to: owns('/subscriptions/s/resourcegroups/rg'),
      },
    ]);
  });

  it('is no way where the role is built in, or nobody holds it', () => {
    expect(drawn(editsRole, custom({ roleType: 'BuiltInRole' }), ...around)).toEqual([]);
    expect(drawn(editsRole, custom(), ...around.slice(1))).toEqual([]);
  });
});
