import fc from 'fast-check';
import type { AllFacts } from '../../../src/model/access/accessTo';
import type { Right } from '../../../src/model/ability';
import type { PermissionBlock, Principal } from '../../../src/model/governance';
import type { Resource } from '../../../src/model/resource';
import { safe } from '../../kit/safe';

const groups = '/providers/microsoft.management/managementgroups';
const rg = '/subscriptions/s/resourcegroups/ai-prod';
const account = `${rg}/providers/microsoft.cognitiveservices/accounts/a`;
const storage = `${rg}/providers/microsoft.storage/storageaccounts/st`;
const container = `${storage}/blobservices/default/containers/train`;

/** Scopes whose names begin one another, above, at, below and beside the resources that are asked about. */
const scopes = [
  '/',
  `${groups}/mg-a`,
  `${groups}/mg-b`,
  `${groups}/tenant`,
  '/subscriptions/s',
  '/subscriptions/other',
  '/subscriptions/s/resourcegroups/ai',
  rg,
  account,
  `${account}b`,
  `${account}/projects/p`,
  storage,
  container,
  `${container}2`,
  `${rg}/providers/microsoft.keyvault/vaults/kv`,
];

const blobs = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs';
/** Rights that are asked about. */
export const rights: readonly Right[] = [
  { plane: 'control', operation: 'Microsoft.CognitiveServices/accounts/listKeys/action' },
  { plane: 'control', operation: 'Microsoft.CognitiveServices/accounts/projects/write' },
  { plane: 'data', operation: 'Microsoft.CognitiveServices/accounts/OpenAI/responses/write' },
  { plane: 'control', operation: 'Microsoft.Storage/storageAccounts/listKeys/action' },
  { plane: 'data', operation: `${blobs}/write` },
  { plane: 'data', operation: 'Microsoft.KeyVault/vaults/secrets/getSecret/action' },
  { plane: 'control', operation: 'Microsoft.ContainerRegistry/registries/push/write' },
  { plane: 'control', operation: 'Microsoft.Authorization/locks/delete' },
  { plane: 'control', operation: 'Microsoft.OperationalInsights/workspaces/query/read' },
];

const patterns = [
  '*',
  '*/read',
  '*/write',
  '*/action',
  'Microsoft.CognitiveServices/*',
  'Microsoft.CognitiveServices/accounts/*/action',
  'Microsoft.CognitiveServices/accounts/*/listKeys/action',
  'Microsoft.CognitiveServices/*/write',
  'Microsoft.CognitiveServices2/*',
  'Microsoft.Storage/storageAccounts/*',
  `${blobs}/*`,
  'Microsoft.Storage/storageAccounts/blobServices/*/containers/blobs/write',
  'Microsoft.KeyVault/vaults/secrets/*',
  'Microsoft.KeyVault/vault?/secrets/getSecret/action',
  'Microsoft.Authorization/*/Delete',
  'Microsoft.ContainerRegistry/registries/*/write',
  ...rights.map(({ operation }) => operation),
  ...rights.map(({ operation }) => operation.toUpperCase()),
];

const some = <T>(of: readonly T[], most: number): fc.Arbitrary<T[]> =>
  fc.array(fc.constantFrom(...of), { maxLength: most });

const condition = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ hasCondition: false }) },
  { weight: 1, arbitrary: fc.constant({ hasCondition: true }) },
  {
    weight: 2,
    arbitrary: fc.record({
      hasCondition: fc.constant(true),
      condition: fc.record({ guards: fc.option(some(patterns, 2)), grantable: fc.constant(null) }),
    }),
  },
);

const block: fc.Arbitrary<PermissionBlock> = fc
  .tuple(some(patterns, 3), some(patterns, 2), some(patterns, 3), some(patterns, 2), condition)
  .map(([actions, notActions, dataActions, notDataActions, more]) => ({
    actions,
    notActions,
    dataActions,
    notDataActions,
    ...more,
  }));

const users = ['u1', 'u2', 'u3', 'gone', 'app'];
const teams = ['g1', 'g2', 'g3'];
/** All that may be asked for; `stranger` is in no list. */
export const everyone = [...users, ...teams, 'stranger'];

const team = (id: string): fc.Arbitrary<Principal> =>
  fc
    .option(some([...users, ...teams], 4), { freq: 4 })
    .map((memberIds) => safe('principal', { id, principalType: 'Group', memberIds }));

const people: fc.Arbitrary<readonly Principal[]> = fc
  .tuple(...teams.map(team))
  .map((made) => [
    ...made,
    ...['u1', 'u2', 'u3'].map((id) => safe('principal', { id })),
    safe('principal', { id: 'gone', known: 'deleted' }),
    safe('principal', { id: 'app', known: 'unread', principalType: 'Unrecognised' }),
  ]);

const roles = ['r0', 'r1', 'r2', 'missing'];
const roleId = (guid: string): string => `/subscriptions/s/providers/microsoft.authorization/roledefinitions/${guid}`;

const assigned = fc.record({
  scope: fc.constantFrom(...scopes),
  principalId: fc.constantFrom(...everyone),
  principalType: fc.constantFrom('User', 'Group', 'ServicePrincipal', 'ForeignGroup', ''),
  roleDefinitionId: fc.constantFrom(...roles, 'r0', 'r1').map(roleId),
  more: condition,
});

const zeros = '00000000-0000-0000-0000-000000000000';
const named = fc.array(
  fc.oneof(
    fc.constant({ id: zeros, type: 'SystemDefined' }),
    fc.record({ id: fc.constantFrom(...everyone), type: fc.constantFrom('User', 'Group', '') }),
  ),
  { maxLength: 2 },
);

/** A denial that bites: most speak of everything below some provider. */
const broad = some(patterns.slice(0, 12), 3);
const denied = fc.record({ block, actions: broad, dataActions: broad }).map(({ block: one, actions, dataActions }) => ({
  ...one,
  ...{ actions: [...one.actions, ...actions], dataActions: [...one.dataActions, ...dataActions] },
}));
const deny = fc.record({
  scope: fc.constantFrom(...scopes),
  permissions: fc.array(denied, { minLength: 1, maxLength: 2 }),
  principals: fc.oneof(
    named,
    named.map((list) => [...list, { id: zeros, type: 'SystemDefined' }]),
  ),
  excludePrincipals: named,
  doNotApplyToChildScopes: fc.boolean(),
  hasCondition: fc.constantFrom(true, false, false),
});

const lock = fc.record({ scope: fc.constantFrom(...scopes), level: fc.constantFrom('ReadOnly', 'CanNotDelete') });
const perhaps = <T>(list: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(list, { nil: undefined, freq: 8 });

/** Facts of a tenant: anything that Azure allows, and lists that were not read. */
export const tenants: fc.Arbitrary<AllFacts> = fc
  .record({
    assigned: fc.array(assigned, { maxLength: 7 }),
    eligible: perhaps(fc.array(assigned, { maxLength: 2 })),
    permissions: fc.tuple(...roles.slice(0, 3).map(() => fc.array(block, { minLength: 1, maxLength: 3 }))),
    people,
    chain: fc.constantFrom([], [`${groups}/mg-a`], [`${groups}/mg-b`, `${groups}/tenant`]),
    tenantId: fc.constantFrom('tenant', ''),
    denials: perhaps(fc.array(deny, { maxLength: 3 })),
    locks: perhaps(fc.array(lock, { maxLength: 2 })),
  })
  .map((drawn) => ({
    assignments: drawn.assigned.map(({ more, ...one }, at) =>
      safe('roleAssignment', { id: `assignment-${at}`, ...one, ...more }),
    ),
    eligibilities: drawn.eligible?.map(({ more, ...one }, at) =>
      safe('roleEligibility', { id: `eligibility-${at}`, ...one, ...more }),
    ),
    definitions: drawn.permissions.map((permissions, at) =>
      safe('roleDefinition', { id: roleId(`r${at}`), guid: `r${at}`, permissions }),
    ),
    principal: (id) => drawn.people.find((one) => one.id === id),
    subscription: safe('subscription', { managementGroupIds: drawn.chain, tenantId: drawn.tenantId }),
    denials: drawn.denials?.map((one, at) => safe('denyAssignment', { id: `deny-${at}`, ...one })),
    locks: drawn.locks?.map((one, at) => safe('resourceLock', { id: `lock-${at}`, ...one })),
  }));

/** Resources that are asked about, their services honouring roles or not. */
export const resources: fc.Arbitrary<readonly Resource[]> = fc
  .record({
    domain: fc.constantFrom('', 'a'),
    rbac: fc.boolean(),
    mode: fc.constantFrom('', 'AbacRepositoryPermissions'),
  })
  .map(({ domain, rbac, mode }) => [
    safe('aiAccount', { id: account, customSubDomainName: domain }),
    safe('project', { id: `${account}/projects/p` }),
    safe('storageAccount', { id: storage }),
    safe('keyVault', { id: `${rg}/providers/microsoft.keyvault/vaults/kv`, rbacAuthorization: rbac }),
    safe('containerRegistry', {
      id: `${rg}/providers/microsoft.containerregistry/registries/r`,
      roleAssignmentMode: mode,
    }),
  ]);
