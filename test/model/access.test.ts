import fc from 'fast-check';
import {
  allows,
  bearersOf,
  holders,
  matches,
  reaches,
  undefinedAssignments,
  type AccessFacts,
} from '../../src/model/access';
import type { PermissionBlock, Principal, RoleAssignment } from '../../src/model/governance';
import { safe } from '../kit/safe';

const account = '/subscriptions/s/resourcegroups/ai-prod/providers/microsoft.cognitiveservices/accounts/a';
const listKeys = 'Microsoft.CognitiveServices/accounts/listKeys/action';
const chat = 'Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action';
const grantRole = 'Microsoft.Authorization/roleAssignments/write';

const block = (changes: Partial<PermissionBlock>): PermissionBlock => ({
  actions: [],
  notActions: [],
  dataActions: [],
  notDataActions: [],
  hasCondition: false,
  ...changes,
});
const role = (guid: string, ...permissions: PermissionBlock[]) =>
  safe('roleDefinition', { id: `/providers/microsoft.authorization/roledefinitions/${guid}`, guid, permissions });
const assign = (guid: string, changes: Partial<RoleAssignment> = {}) =>
  safe('roleAssignment', {
    scope: account,
    roleDefinitionId: `/subscriptions/s/providers/microsoft.authorization/roledefinitions/${guid}`,
    ...changes,
  });
const group = (id: string, memberIds: Principal['memberIds']) =>
  safe('principal', { id, principalType: 'Group', memberIds });

const owner = role('owner', block({ actions: ['*'] }));
const reader = role('reader', block({ actions: ['*/read'] }));
const user = role(
  'csu',
  block({
    actions: ['Microsoft.CognitiveServices/*/read', 'Microsoft.CognitiveServices/accounts/listkeys/action'],
    dataActions: ['Microsoft.CognitiveServices/*'],
  }),
);

const facts = (
  assignments: readonly RoleAssignment[],
  definitions: AccessFacts['definitions'],
  principals: readonly Principal[] = [safe('principal')],
): AccessFacts => ({
  assignments,
  definitions,
  principal: (id) => principals.find((one) => one.id === id),
  subscription: safe('subscription', { managementGroupIds: ['/providers/microsoft.management/managementgroups/new'] }),
});
const who = (operation: string, known: AccessFacts, plane: 'control' | 'data' = 'control', resourceId = account) =>
  holders({ resourceId, operation, plane }, known);

describe('patterns', () => {
  it.each([
    ['*', listKeys, true],
    ['*/read', 'Microsoft.OperationalInsights/workspaces/query/read', true],
    ['*/read', listKeys, false],
    ['MICROSOFT.COGNITIVESERVICES/accounts/LISTKEYS/Action', listKeys, true],
    ['Microsoft.CognitiveServices/*', listKeys, true],
    ['Microsoft.CognitiveServices2/*', listKeys, false],
    [
      'Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action',
      'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action',
      true,
    ],
    [
      'Microsoft.MachineLearningServices/workspaces/*/write',
      'Microsoft.MachineLearningServices/workspaces/computes/write',
      true,
    ],
    ['Microsoft.A/b?c/read', 'Microsoft.A/bxc/read', false],
    ['Microsoft.A/b.c/read', 'Microsoft.A/bxc/read', false],
    ['a/b*b/c', 'a/b/c', false],
    ['Microsoft.A/*/b/*/read', 'Microsoft.A/x/b/y/read', true],
    ['Microsoft.A/*/b/*/read', 'Microsoft.A/x/c/y/read', false],
  ])('%s on %s: %s', (pattern, operation, expected) => {
    expect(matches(pattern, operation)).toBe(expected);
  });

  it('agrees with a regular expression where the star is not between slashes', () => {
    const word = fc.stringMatching(/^[a-c/]{0,6}$/);
    fc.assert(
      fc.property(word, word, word, (prefix, suffix, operation) => {
        fc.pre(!(prefix.endsWith('/') && suffix.startsWith('/')));
        expect(matches(`${prefix}*${suffix}`, operation)).toBe(new RegExp(`^${prefix}.*${suffix}$`).test(operation));
      }),
    );
  });
});

describe('roles', () => {
  it('1: notActions of one role do not take what another gives', () => {
    const cut = role('cut', block({ actions: ['*'], notActions: [listKeys] }));
    expect(who(listKeys, facts([assign('cut')], [cut, user]))).toEqual([]);
    expect(who(listKeys, facts([assign('cut'), assign('csu')], [cut, user]))).toHaveLength(1);
  });

  it('2: blocks are united after each subtracted its own', () => {
    const two = role('two', block({ actions: ['*'], notActions: [listKeys] }), block({ actions: [listKeys] }));
    expect(allows(two, listKeys, 'control')).toBe('yes');
  });

  it('3: casing of a custom role does not matter', () => {
    const loud = role('loud', block({ actions: ['MICROSOFT.COGNITIVESERVICES/accounts/LISTKEYS/Action'] }));
    expect(allows(loud, listKeys, 'control')).toBe('yes');
  });

  it('4: an owner lists keys and has no data action', () => {
    const known = facts([assign('owner', { scope: '/subscriptions/s' })], [owner]);
    expect(who(chat, known, 'data')).toEqual([]);
    expect(who(listKeys, known)).toEqual([
      {
        principalId: 'u-1',
        via: known.assignments[0]!.id,
        conditional: false,
        membersUnread: false,
        chainUnread: false,
      },
    ]);
  });

  it('5: a reader lists no keys and queries logs', () => {
    expect(allows(reader, listKeys, 'control')).toBe('no');
    expect(allows(reader, 'Microsoft.OperationalInsights/workspaces/query/read', 'control')).toBe('yes');
  });

  it('17: a conditional block makes only its own right conditional', () => {
    const foundryOwner = role(
      'fo',
      block({ actions: ['Microsoft.CognitiveServices/*'] }),
      block({ actions: [grantRole], hasCondition: true }),
    );
    expect(allows(foundryOwner, listKeys, 'control')).toBe('yes');
    expect(allows(foundryOwner, grantRole, 'control')).toBe('conditional');
  });

  it('18: a data scientist reads the workspace and its secrets and creates no compute', () => {
    const workspaces = 'Microsoft.MachineLearningServices/workspaces';
    const scientist = role(
      'mlds',
      block({
        actions: ['read', 'action', 'delete', 'write'].map((verb) => `${workspaces}/*/${verb}`),
        notActions: [`${workspaces}/delete`, `${workspaces}/write`, `${workspaces}/computes/*/write`],
      }),
    );
    expect(allows(scientist, `${workspaces}/read`, 'control')).toBe('yes');
    expect(allows(scientist, `${workspaces}/computes/write`, 'control')).toBe('no');
    expect(allows(scientist, `${workspaces}/connections/listsecrets/action`, 'control')).toBe('yes');
  });

  it('19: Managed Identity Operator attaches an identity', () => {
    const operator = role(
      'mio',
      block({ actions: ['Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action'] }),
    );
    expect(allows(operator, 'Microsoft.ManagedIdentity/userAssignedIdentities/assign/action', 'control')).toBe('yes');
  });

  it('a condition on the assignment makes every right of it conditional', () => {
    expect(who(listKeys, facts([assign('owner', { hasCondition: true })], [owner]))).toMatchObject([
      { conditional: true },
    ]);
  });

  it('names assignments whose role was not read', () => {
    expect(undefinedAssignments(account, facts([assign('gone'), assign('owner')], [owner]))).toHaveLength(1);
    expect(undefinedAssignments(account, facts([assign('gone', { scope: '/subscriptions/other' })], []))).toEqual([]);
  });
});

describe('scopes', () => {
  const subscription = safe('subscription', {
    tenantId: 'T',
    managementGroupIds: ['/providers/Microsoft.Management/managementGroups/New'],
  });
  const groups = '/providers/microsoft.management/managementgroups/';
  it.each([
    ['/', 'yes'],
    ['/subscriptions/s', 'yes'],
    ['/SUBSCRIPTIONS/S/resourceGroups/AI-PROD', 'yes'],
    [account, 'yes'],
    ['/subscriptions/s/resourcegroups/ai', 'no'], // 7: segments, not characters
    [`${account}/projects/p`, 'no'], // 6: what is below says nothing of the account
    [`${groups}new`, 'yes'],
    [`${groups}old`, 'no'], // 8: today's chain
    [`${groups}t`, 'yes'],
  ] as const)('%s: %s', (scope, expected) => {
    expect(reaches(scope, account, subscription)).toBe(expected);
  });

  it('6: a role on a project calls in the project', () => {
    const known = facts([assign('csu', { scope: `${account}/projects/p` })], [user]);
    expect(who(listKeys, known)).toEqual([]);
    expect(who(chat, known, 'data', `${account}/projects/p`)).toHaveLength(1);
  });

  it('a management group above an unknown chain may reach', () => {
    const bare = safe('subscription', { managementGroupIds: [] });
    expect(reaches(`${groups}old`, account, bare)).toBe('chainUnread');
    expect(reaches(`${groups}old`, account, undefined)).toBe('chainUnread');
    const known = { ...facts([assign('owner', { scope: `${groups}old` })], [owner]), subscription: bare };
    expect(who(listKeys, known)).toMatchObject([{ chainUnread: true }]);
  });
});

describe('groups', () => {
  const onGroup = [assign('owner', { principalId: 'g-a', principalType: 'Group' })];

  it('9: a cycle ends and its members hold the right', () => {
    const principals = [group('g-a', ['g-b']), group('g-b', ['g-a', 'u-1']), safe('principal')];
    expect(who(listKeys, facts(onGroup, [owner], principals))).toMatchObject([
      { principalId: 'u-1', through: 'g-a', membersUnread: false },
    ]);
  });

  it('a group inside a transitive list is no holder itself', () => {
    const principals = [group('g-a', ['g-b', 'u-1']), group('g-b', null), safe('principal')];
    expect(who(listKeys, facts(onGroup, [owner], principals)).map(({ principalId }) => principalId)).toEqual(['u-1']);
  });

  it.each([
    ['members are null', [group('g-a', null)]],
    ['the group was not read', []],
    ['Graph was refused', [safe('principal', { id: 'g-a', known: 'unread', principalType: 'Unrecognised' })]],
  ])('10: %s: the group holds the right, flagged', (_, principals) => {
    expect(who(listKeys, facts(onGroup, [owner], principals))).toMatchObject([
      { principalId: 'g-a', membersUnread: true },
    ]);
  });

  it('an empty group is nobody', () => {
    expect(who(listKeys, facts(onGroup, [owner], [group('g-a', [])]))).toEqual([]);
  });

  it('a foreign group and a principal of no stated type may be many', () => {
    const nobody = facts([], []);
    for (const principalType of ['ForeignGroup', ''])
      expect(bearersOf(assign('owner', { principalId: 'x', principalType }), nobody)).toMatchObject([
        { membersUnread: true },
      ]);
  });

  it('a deleted principal holds nothing', () => {
    const gone = safe('principal', { known: 'deleted', principalType: 'Unrecognised' });
    expect(who(listKeys, facts([assign('owner')], [owner], [gone]))).toEqual([]);
  });
});
