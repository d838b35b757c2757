import { toCondition } from '../../../src/collect/authorization/condition';
import type { Right } from '../../../src/model/ability';
import type { AbilityName } from '../../../src/model/abilities';
import { accessOf, accessTo, canGrant, type AllFacts, type Answer } from '../../../src/model/access/accessTo';
import { rightsThatCount } from '../../../src/model/access/honoured';
import type { PermissionBlock, Principal, RoleDefinition } from '../../../src/model/governance';
import type { Resource } from '../../../src/model/resource';
import { roleGuids, builtInRoles } from '../../azure/builders/roleDefinitions';
import { survey } from '../../collect/reader';
import { group, principal, roleId } from '../../kit/access';
import { safe } from '../../kit/safe';

const rg = '/subscriptions/s/resourcegroups/ai-prod';
const account = safe('aiAccount', { id: `${rg}/providers/microsoft.cognitiveservices/accounts/a` });
const project = safe('project', { id: `${account.id}/projects/p`, parentId: account.id });
const storage = safe('storageAccount', { id: `${rg}/providers/microsoft.storage/storageaccounts/st` });
const workspace = safe('mlWorkspace', { id: `${rg}/providers/microsoft.machinelearningservices/workspaces/w` });
const logs = safe('logWorkspace', { id: `${rg}/providers/microsoft.operationalinsights/workspaces/l` });
const identity = safe('managedIdentity', {
  id: `${rg}/providers/microsoft.managedidentity/userassignedidentities/id-ai`,
});
const container = `${storage.id}/blobservices/default/containers/train`;
const everyone = { id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' };

const block = (given: Partial<PermissionBlock>): PermissionBlock => ({
  ...{ actions: [], notActions: [], dataActions: [], notDataActions: [], hasCondition: false },
  ...given,
});
const role = (guid: string, ...permissions: PermissionBlock[]): RoleDefinition =>
  safe('roleDefinition', { id: `/providers/microsoft.authorization/roledefinitions/${guid}`, guid, permissions });
const guarded = (...operations: string[]) =>
  operations.map((one) => `((!(ActionMatches{'${one}'})) OR (@Resource[x:y] Exists true))`).join(' AND ');

const listKeys = 'Microsoft.CognitiveServices/accounts/listKeys/action';
const grantRole = 'Microsoft.Authorization/roleAssignments/write';
const blobs = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs';
const granting = `((!(ActionMatches{'${grantRole}'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals{${roleGuids.foundryUser}}))`;

const definitions: readonly RoleDefinition[] = [
  ...builtInRoles().map((body) => survey('roleDefinition', { ...body })),
  role('cut', block({ actions: ['*'], notActions: [listKeys] })),
  role('two', block({ actions: ['*'], notActions: [listKeys] }), block({ actions: [listKeys] })),
  role('loud', block({ actions: ['MICROSOFT.COGNITIVESERVICES/accounts/LISTKEYS/Action'] })),
  role(
    'foundry-owner',
    block({ actions: ['Microsoft.CognitiveServices/*'], dataActions: ['Microsoft.CognitiveServices/*'] }),
    block({ actions: [grantRole], hasCondition: true, condition: toCondition(granting) }),
  ),
  role('mi-operator', block({ actions: ['Microsoft.ManagedIdentity/userAssignedIdentities/*/assign/action'] })),
  role('vault-contributor', block({ actions: ['Microsoft.KeyVault/*'] })),
  role('acr-push', block({ actions: ['Microsoft.ContainerRegistry/registries/push/write'] })),
];

interface Case {
  readonly roles?: readonly (readonly [role: string, scope: string, more?: object])[];
  readonly people?: readonly Principal[];
  readonly facts?: Partial<AllFacts>;
}

const guidOf = (name: string): string => (name in roleGuids ? roleGuids[name as keyof typeof roleGuids] : name);
const assigned = ([name, scope, more = {}]: readonly [string, string, object?], at = 0) =>
  safe('roleAssignment', {
    id: `${scope}/providers/microsoft.authorization/roleassignments/${at}`,
    ...{ scope, principalId: 'p', principalType: 'User', roleDefinitionId: roleId(guidOf(name)), ...more },
  });

const factsOf = ({ roles = [], people = [principal('p')], facts = {} }: Case): AllFacts => ({
  assignments: roles.map(assigned),
  definitions,
  principal: (id) => people.find((one) => one.id === id),
  subscription: safe('subscription', { managementGroupIds: ['/providers/microsoft.management/managementgroups/new'] }),
  ...{ eligibilities: [], denials: [], locks: [] },
  ...facts,
});

const ask = (given: Case, resource: Resource, right: AbilityName | Right): ReturnType<typeof accessOf> =>
  accessOf('p', resource, typeof right === 'string' ? rightsThatCount(right, resource) : [right], factsOf(given));
const answer = (given: Case, resource: Resource, right: AbilityName | Right): Answer =>
  ask(given, resource, right).answer;
const control = (operation: string): Right => ({ plane: 'control', operation });

const deny = (more: object) =>
  safe('denyAssignment', {
    scope: rg,
    permissions: [block({ actions: ['Microsoft.CognitiveServices/accounts/*'] })],
    principals: [everyone],
    ...more,
  });

test('1: notActions of one role do not take what another gives', () => {
  const cut = ['cut', account.id] as const;
  expect(answer({ roles: [cut] }, account, 'model.keys')).toBe('no');
  const both: Case = { roles: [cut, ['cognitiveServicesUser', account.id]] };
  expect(ask(both, account, 'model.keys')).toMatchObject({
    answer: 'yes',
    ways: [{ roleGuid: roleGuids.cognitiveServicesUser, via: factsOf(both).assignments[1]?.id }],
  });
});

test('2: blocks are united after each subtracted its own', () => {
  expect(answer({ roles: [['two', account.id]] }, account, 'model.keys')).toBe('yes');
});

test('3: casing of a custom role does not matter', () => {
  expect(answer({ roles: [['loud', account.id]] }, account, 'model.keys')).toBe('yes');
});

test('4: an owner lists keys and calls no model', () => {
  const owner: Case = { roles: [['owner', '/subscriptions/s']] };
  expect(answer(owner, account, 'model.call')).toBe('no');
  expect(ask(owner, account, 'model.keys')).toMatchObject({ answer: 'yes', flags: ['inherited'] });
});

test('5: a reader lists no keys and reads logged prompts', () => {
  const reader: Case = { roles: [['reader', '/subscriptions/s']] };
  expect(answer(reader, account, 'model.keys')).toBe('no');
  expect(answer(reader, logs, 'logs.read')).toBe('yes');
});

test('6: Foundry User on a project calls there and lists no keys of the account', () => {
  const user: Case = { roles: [['foundryUser', project.id]] };
  expect(answer(user, account, 'model.keys')).toBe('no');
  expect(answer(user, account, 'model.call')).toBe('no');
  expect(answer(user, project, 'model.call')).toBe('yes');
});

test('7: a group whose name begins another is not above it', () => {
  expect(answer({ roles: [['owner', '/subscriptions/s/resourcegroups/ai']] }, account, 'model.keys')).toBe('no');
});

test("8: a management group counts by today's chain", () => {
  const at = (name: string): Case => ({
    roles: [['owner', `/providers/microsoft.management/managementgroups/${name}`]],
  });
  expect(answer(at('old'), account, 'model.keys')).toBe('no');
  expect(answer(at('new'), account, 'model.keys')).toBe('yes');
  const unread = { facts: { subscription: safe('subscription', { managementGroupIds: [], tenantId: '' }) } };
  expect(ask({ ...at('old'), ...unread }, account, 'model.keys')).toMatchObject({
    answer: 'unknown',
    flags: ['chainUnread', 'inherited'],
  });
});

test('9: groups in a circle end', () => {
  const circle = [group('a', ['b']), group('b', ['a', 'p']), principal('p')];
  const given: Case = { roles: [['owner', account.id, { principalId: 'a', principalType: 'Group' }]], people: circle };
  expect(ask(given, account, 'model.keys')).toMatchObject({ answer: 'yes', ways: [{ through: 'a' }] });
});

test('10: a group nobody could look into holds the right itself, and anyone may be in it', () => {
  const given: Case = {
    roles: [['owner', account.id, { principalId: 'g', principalType: 'Group' }]],
    people: [group('g', null), principal('p')],
  };
  expect(accessTo(account, [control(listKeys)], factsOf(given))).toMatchObject([
    { principalId: 'g', answer: 'yes', flags: ['membersUnread'] },
  ]);
  expect(ask(given, account, 'model.keys')).toMatchObject({ answer: 'unknown', flags: ['membersUnread'] });
});

test('11: one of a group that a denial leaves out keeps the right, and the nesting is told', () => {
  const given = (...people: Principal[]): Case => ({
    roles: [['owner', account.id]],
    people: [...people, principal('p')],
    facts: { denials: [deny({ excludePrincipals: [{ id: 'g', type: 'Group' }] })] },
  });
  expect(ask(given(group('g', ['g2', 'p']), group('g2', ['p'])), account, 'model.keys')).toMatchObject({
    answer: 'yes',
    flags: ['excludedByGroup'],
  });
  expect(ask(given(group('g', [])), account, 'model.keys')).toMatchObject({ answer: 'no', flags: ['denied'] });
  expect(answer(given(group('g', null)), account, 'model.keys')).toBe('unknown');
});

test('12: a denial that is not for child scopes leaves the account alone', () => {
  const given = (more: object): Case => ({ roles: [['owner', account.id]], facts: { denials: [deny(more)] } });
  expect(answer(given({ doNotApplyToChildScopes: true }), account, 'model.keys')).toBe('yes');
  expect(answer(given({ doNotApplyToChildScopes: true, scope: account.id }), account, 'model.keys')).toBe('no');
  expect(answer(given({}), account, 'model.keys')).toBe('no');
});

test('13: denials that were not read are told and turn nothing', () => {
  expect(ask({ roles: [['owner', account.id]], facts: { denials: undefined } }, account, 'model.keys')).toMatchObject({
    answer: 'yes',
    flags: ['denyUnread'],
  });
});

test('14: a role on one container is a part of the account', () => {
  const given: Case = { roles: [['blobDataContributor', container]] };
  expect(ask(given, storage, 'store.write')).toMatchObject({ answer: 'partial', ways: [{ part: container }, {}] });
});

test('15 and 16: a condition has a say only in what it guards', () => {
  const condition = toCondition(guarded(`${blobs}/read`));
  const given: Case = { roles: [['blobDataContributor', storage.id, { hasCondition: true, condition }]] };
  expect(answer(given, storage, { plane: 'data', operation: `${blobs}/write` })).toBe('yes');
  expect(answer(given, storage, { plane: 'data', operation: `${blobs}/read` })).toBe('conditional');
  const unread: Case = { roles: [['blobDataContributor', storage.id, { hasCondition: true }]] };
  expect(answer(unread, storage, { plane: 'data', operation: `${blobs}/write` })).toBe('conditional');
});

test('17: a Foundry owner lists keys and gives only the roles that the condition names', () => {
  const given: Case = { roles: [['foundry-owner', account.id]] };
  expect(answer(given, account, 'model.keys')).toBe('yes');
  const grants = ask(given, account, 'access.grant');
  expect(grants.answer).toBe('conditional');
  expect(canGrant(grants, roleGuids.owner)).toBe('no');
  expect(canGrant(grants, roleGuids.foundryUser)).toBe('conditional');
});

test('18: a data scientist reads the workspace and the secrets of connections, and makes no compute', () => {
  const given: Case = { roles: [['dataScientist', workspace.id]] };
  expect(ask(given, workspace, control('Microsoft.MachineLearningServices/workspaces/read'))).toMatchObject({
    answer: 'yes',
    flags: ['zeroSegment'],
  });
  expect(answer(given, workspace, control('Microsoft.MachineLearningServices/workspaces/computes/write'))).toBe('no');
  expect(ask(given, workspace, 'connection.secrets')).toMatchObject({ answer: 'yes', flags: [] });
});

test('19: the operator of identities attaches one, by the reading of a star that stands for nothing', () => {
  expect(ask({ roles: [['mi-operator', identity.id]] }, identity, 'identity.attach')).toMatchObject({
    answer: 'yes',
    flags: ['zeroSegment'],
  });
});

test('20: what may be activated is not held', () => {
  const eligible = safe('roleEligibility', { principalId: 'p', roleDefinitionId: roleId(roleGuids.contributor) });
  expect(ask({ facts: { eligibilities: [eligible] } }, account, 'model.keys')).toMatchObject({
    answer: 'no',
    flags: ['eligible'],
    ways: [{ eligible: true }],
  });
  expect(ask({ roles: [['owner', rg]], facts: { eligibilities: undefined } }, account, 'model.keys').flags).toEqual([
    'eligibleUnread',
    'inherited',
  ]);
});

test('21: a search service that takes keys only ignores data roles', () => {
  const search = (more: object) =>
    safe('searchService', { id: `${rg}/providers/microsoft.search/searchservices/se`, ...more });
  const given: Case = { roles: [['searchIndexDataReader', rg]] };
  const keys = search({ authOptions: 'apiKeyOnly', localAuthDisabled: false });
  expect(answer(given, keys, 'search.read')).toBe('no');
  expect(answer(given, search({ authOptions: 'aadOrApiKey', localAuthDisabled: false }), 'search.read')).toBe('yes');
  expect(answer(given, search({ authOptions: '', localAuthDisabled: true }), 'search.read')).toBe('yes');
});

test('22: a vault of access policies ignores roles, and its contributor writes himself in', () => {
  const vault = (rbacAuthorization: boolean) =>
    safe('keyVault', { id: `${rg}/providers/microsoft.keyvault/vaults/kv`, rbacAuthorization });
  const user: Case = { roles: [['vaultSecretsUser', rg]] };
  const contributor: Case = { roles: [['vault-contributor', rg]] };
  expect(answer(user, vault(false), 'vault.read')).toBe('no');
  expect(answer(contributor, vault(false), 'vault.policy')).toBe('yes');
  expect(answer(user, vault(true), 'vault.read')).toBe('yes');
  expect(answer(contributor, vault(true), 'vault.policy')).toBe('no');
});

test('23: a registry with permissions by repository ignores the old right to push', () => {
  const registry = (roleAssignmentMode: string) =>
    safe('containerRegistry', {
      id: `${rg}/providers/microsoft.containerregistry/registries/r`,
      roleAssignmentMode,
    });
  const given: Case = { roles: [['acr-push', rg]] };
  expect(answer(given, registry('AbacRepositoryPermissions'), 'image.push')).toBe('no');
  expect(answer(given, registry('LegacyRegistryPermissions'), 'image.push')).toBe('yes');
});

test('24: a lock stops the listing of keys; who may lift it is told', () => {
  const locks = [safe('resourceLock', { scope: storage.id, level: 'ReadOnly' })];
  const given = (name: string): Case => ({ roles: [[name, rg]], facts: { locks } });
  expect(ask(given('contributor'), storage, 'store.keys')).toMatchObject({ answer: 'no', flags: ['lockReadOnly'] });
  expect(ask(given('owner'), storage, 'store.keys')).toMatchObject({
    answer: 'no',
    flags: ['liftsLock', 'lockReadOnly'],
  });
  expect(answer(given('owner'), storage, 'lock.lift')).toBe('yes');
  expect(answer(given('blobDataContributor'), storage, 'store.write')).toBe('yes');
  const keep = [safe('resourceLock', { scope: storage.id, level: 'CanNotDelete' })];
  expect(answer({ roles: [['contributor', rg]], facts: { locks: keep } }, storage, 'store.keys')).toBe('yes');
});
