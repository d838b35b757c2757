import rule from '../../../src/rules/rbac/aiservices-listkeys-overprivileged';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import type { Resource } from '../../../src/model/resource';
import { assignment, group, principal, role, roleId } from '../../kit/access';

const sub = safe('subscription');
const lists = role('lists', {
  actions: ['Microsoft.CognitiveServices/*/read', 'Microsoft.CognitiveServices/accounts/listkeys/action'],
});
const cut = role('cut', { actions: ['*'], notActions: ['Microsoft.CognitiveServices/accounts/listKeys/action'] });
const calls = role('calls', { dataActions: ['*'] });
const people = (n: number, changes = {}) =>
  Array.from({ length: n }, (_, at) => [
    assignment(`u-${at}`, { roleDefinitionId: roleId('lists'), ...changes }),
    principal(`u-${at}`),
  ]).flat();
const many = Array.from({ length: 11 }, (_, at) => `m-${at}`);
const onGroup = { principalType: 'Group', roleDefinitionId: roleId('lists') };
const keysOn = (...around: Resource[]) => ({
  subject: { localAuthDisabled: false },
  around: [sub, lists, cut, calls, ...around],
});
const guest = (changes = {}) =>
  keysOn(assignment('x', { roleDefinitionId: roleId('lists'), ...changes }), principal('x', { isGuest: true }));
const gap = { reason: 'forbidden', permission: 'x/read', detail: '', scope: '/' } as const;

testRule(rule, {
  pass: [
    { name: 'ten can', ...keysOn(...people(10)) },
    {
      name: 'one has the right eleven times',
      ...keysOn(principal('u-0'), ...many.map(() => assignment('u-0', { roleDefinitionId: roleId('lists') }))),
    },
    { name: 'eleven have a role that takes it away', ...keysOn(...people(11, { roleDefinitionId: roleId('cut') })) },
    { name: 'eleven have every data action', ...keysOn(...people(11, { roleDefinitionId: roleId('calls') })) },
    { name: 'eleven can on a neighbour', ...keysOn(...people(11, { scope: `${safe('aiAccount').id}2` })) },
    { name: 'a guest only calls', ...guest({ roleDefinitionId: roleId('calls') }) },
    { name: 'the policy file allows more', ...keysOn(...people(11)), policy: { maxKeyHolders: 11 } },
    {
      name: 'deleted principals do not count',
      ...keysOn(...people(11).map((one) => (one.kind === 'principal' ? { ...one, known: 'deleted' as const } : one))),
    },
  ],
  fail: [
    { name: 'eleven can', ...keysOn(...people(11)), says: '11 principals may listKeys, maxKeyHolders is 10' },
    {
      name: 'eleven can through one group',
      ...keysOn(assignment('g', onGroup), group('g', many), ...many.map((id) => principal(id))),
      says: '11',
    },
    { name: 'eleven can from the subscription', ...keysOn(...people(11, { scope: '/subscriptions/s' })) },
    { name: 'a guest can', ...guest(), says: '1 guest' },
    {
      name: 'a group of another tenant can',
      ...keysOn(assignment('f', { ...onGroup, principalType: 'ForeignGroup' })),
      says: '1 guest or foreign',
    },
    {
      name: 'eleven can, beside a group that was not read',
      ...keysOn(...people(11), assignment('g', onGroup), group('g', null)),
    },
  ],
  notApplicable: [
    {
      name: 'keys do not work',
      around: keysOn(...people(11)).around,
      gaps: [{ ...gap, kind: 'roleAssignment' }],
      says: 'disableLocalAuth',
    },
  ],
  unknown: [
    {
      name: 'a condition decides on the eleventh',
      ...keysOn(...people(11, { hasCondition: true })),
      says: 'conditions',
    },
    { name: 'a condition decides on a guest', ...guest({ hasCondition: true }), says: 'conditions' },
    {
      name: 'members of a group were not read',
      ...keysOn(assignment('g', onGroup), group('g', null)),
      says: 'members of group g',
    },
    { name: 'a role was not read', ...keysOn(...people(1, { roleDefinitionId: roleId('other') })), says: 'a role' },
    { name: 'a principal was not read', ...keysOn(...people(1).slice(0, 1)), says: 'principals' },
    {
      name: 'the chain of management groups is not known',
      ...guest({ scope: '/providers/microsoft.management/managementgroups/mg' }),
      says: 'management groups',
    },
    { name: 'assignments were not read', ...keysOn(), gaps: [{ ...gap, kind: 'roleAssignment' }], says: 'x/read' },
    { name: 'roles were not read', ...keysOn(), gaps: [{ ...gap, kind: 'roleDefinition' }], says: 'x/read' },
  ],
});
