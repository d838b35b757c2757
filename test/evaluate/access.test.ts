import fc from 'fast-check';
import { findAbilityRoles, findAccess } from '../../src/evaluate';
import type { Resource } from '../../src/model/resource';
import type { Gap } from '../../src/model/snapshot';
import { assignment, group, principal, role, roleId } from '../kit/access';
import { safe } from '../kit/safe';

const account = safe('aiAccount');
const keyReader = role('key-reader', { actions: ['Microsoft.CognitiveServices/accounts/listKeys/action'] });
const byRole = { roleDefinitionId: roleId('key-reader') };
const gap = (kind: Gap['kind'], scope = '/subscriptions/s'): Gap => ({
  ...{ kind, scope, reason: 'forbidden', permission: 'x/read', detail: 'refused' },
});
const run = (resources: readonly Resource[], gaps: readonly Gap[] = []) => ({
  resources: [account, keyReader, safe('subscription'), ...resources],
  coverage: [{ unit: 's', name: 's', state: 'read' as const, gaps, lastReadAt: '' }],
});
const keys = (resources: readonly Resource[], gaps: readonly Gap[] = [], most = 10) =>
  findAccess(run(resources, gaps), { most, ability: 'model.keys' })[0]!.abilities[0]!;
const none = { users: 0, guests: 0, servicePrincipals: 0, managedIdentities: 0, groupsUnread: 0, unrecognised: 0 };

test('holders are counted by what they are, each once', () => {
  const people = [
    principal('u-1'),
    principal('u-2', { isGuest: true }),
    principal('app', { principalType: 'ServicePrincipal' }),
    principal('mi', { principalType: 'ManagedIdentity' }),
    principal('gone', { known: 'deleted', principalType: 'Unrecognised' }),
    principal('who', { known: 'unread', principalType: 'Unrecognised' }),
    group('open', ['u-1', 'u-2']),
    group('closed', null),
  ];
  const ways = [
    ...['u-1', 'gone', 'who'].map((id) => assignment(id, byRole)),
    ...['app', 'mi'].map((id) => assignment(id, { ...byRole, principalType: 'ServicePrincipal' })),
    ...['open', 'closed'].map((id) => assignment(id, { ...byRole, principalType: 'Group' })),
  ];
  expect(keys([...people, ...ways])).toMatchObject({
    counts: { users: 1, guests: 1, servicePrincipals: 1, managedIdentities: 1, groupsUnread: 1, unrecognised: 1 },
    ...{ conditional: 0, partial: 0, unknown: 0, eligible: 0 },
  });
});

test('conditions, eligibility and what is unknown stand beside the counts', () => {
  const people = ['a', 'b', 'c'].map((id) => principal(id));
  const found = keys([
    ...people,
    assignment('a', { ...byRole, hasCondition: true }),
    assignment('b', { roleDefinitionId: roleId('not-read') }),
    safe('roleEligibility', { principalId: 'c', ...byRole }),
  ]);
  expect(found).toMatchObject({ counts: { ...none, users: 1 }, conditional: 1, unknown: 1, eligible: 1 });
  expect(found.holders.map(({ principalId, answer }) => [principalId, answer])).toEqual([
    ['a', 'conditional'],
    ['b', 'unknown'],
    ['c', 'no'],
  ]);
});

test('a list that was not read where the resource stands is told, and no other', () => {
  const seen = (gaps: readonly Gap[]) =>
    findAccess(run([assignment('u-1', byRole), principal('u-1')], gaps), { most: 10 })[0]!;
  expect(seen([]).unread).toEqual([]);
  expect(seen([gap('denyAssignment'), gap('roleEligibility', '/subscriptions/other')]).unread).toEqual([
    'denyAssignment',
  ]);
  const flags = keys([assignment('u-1', byRole), principal('u-1')], [gap('denyAssignment')]).holders[0]!.flags;
  expect(flags).toEqual(['denyUnread']);
});

test('of many holders the page keeps the strongest, and counts all', () => {
  const ids = Array.from({ length: 25 }, (_, at) => `u-${at}`);
  const found = keys([...ids.map((id) => principal(id)), ...ids.map((id) => assignment(id, byRole))]);
  expect([found.counts.users, found.holders.length]).toEqual([25, 10]);
});

test('one resource is found by its id or its name in any casing', () => {
  const idsOf = (resource: string) => findAccess(run([]), { resource, most: 1 }).map(({ resourceId }) => resourceId);
  expect(idsOf(account.id.toUpperCase())).toEqual([account.id]);
  expect(idsOf(account.name.toUpperCase())).toEqual([account.id]);
  expect(idsOf('another')).toEqual([]);
});

test('what can be done to anything is told of resources that abilities speak of, not of assignments', () => {
  const all = findAccess(run([assignment('u-1'), principal('u-1')]), { most: 1 });
  expect(all.map(({ kind }) => kind)).toEqual(['aiAccount']);
  expect(all[0]!.abilities.map(({ ability }) => ability)).toContain('access.grant');
});

test('roles of an ability come from the definitions that there are', () => {
  const granting = role('granting', { actions: ['Microsoft.Authorization/*'], hasCondition: true });
  const found = findAbilityRoles({ ...run([]), resources: [keyReader, granting] });
  const rolesOf = (name: string) => found.find(({ ability }) => ability === name)?.roles;
  expect(rolesOf('model.keys')).toMatchObject([{ guid: 'key-reader', conditional: false }]);
  expect(rolesOf('access.grant')).toMatchObject([{ guid: 'granting', conditional: true }]);
  expect(rolesOf('vault.read')).toEqual([]);
});

test('the order in which Azure answered says nothing', () => {
  const people = ['a', 'b', 'c'].map((id) => principal(id));
  const ways = people.map(({ id }) => assignment(id, byRole));
  const held = [...people, ...ways, safe('storageAccount')];
  const given = run(held);
  fc.assert(
    fc.property(fc.shuffledSubarray(held, { minLength: held.length }), (shuffled) => {
      expect(
        findAccess(run(shuffled), { most: 2 }).map((one) => ({
          ...one,
          abilities: one.abilities.map((a) => a.counts),
        })),
      ).toEqual(
        findAccess(given, { most: 2 }).map((one) => ({ ...one, abilities: one.abilities.map((a) => a.counts) })),
      );
    }),
    { numRuns: 20 },
  );
});
