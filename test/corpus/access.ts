import type { Body } from '../../src/collect/collector';
import type { Raw, Status } from './table';
import { account, accountAround, accountId, accountRaw, group, sub, subscriptionRaw } from './bodies';
import { fails, gap, passes, row, spared, table, unsure, values } from './table';

const guest = 'ai-rbac-guest-or-external';
const orphan = 'ai-rbac-orphaned-principal';
const standing = 'ai-rbac-privileged-standing';
const listKeys = 'aiservices-listkeys-overprivileged';
const excess = 'foundry-project-identity-excess-rbac';
const fresh = 'ai-rbac-application-credentials-fresh';
const callsOnly = 'ai-rbac-managed-identity-calls-only';

/** Built-in roles by the GUIDs that Microsoft documents, with the actions that matter here. */
const roles = {
  owner: ['8e3af657-a8ff-443c-a75c-2fe8c4bcb635', '*', []],
  contributor: ['b24988ac-6180-42a0-ab88-20f7382dd24c', '*', ['Microsoft.Authorization/*/Write']],
  accessAdmin: ['18d7d88d-d35e-4fb5-a5c3-7773c20a72d9', 'Microsoft.Authorization/*', []],
  aiAdmin: ['b78c5d69-af96-48a3-bf8d-a8b4d589de94', 'Microsoft.CognitiveServices/*', []],
  openAiContributor: ['a001fd3d-188f-4b5d-821b-7da978bf7442', 'Microsoft.CognitiveServices/*/read', []],
  reader: ['acdd72a7-3385-48ef-bd42-f606fba81ae7', '*/read', []],
  aiUser: ['a97b65f3-24c7-4388-baec-2e87135dc908', 'Microsoft.CognitiveServices/accounts/listkeys/action', []],
} as const;
type Role = keyof typeof roles;
const definitionId = (role: Role): string => `/providers/Microsoft.Authorization/roleDefinitions/${roles[role][0]}`;
export const definitions: readonly Raw[] = (Object.keys(roles) as Role[]).map((role) => ({
  kind: 'roleDefinition',
  body: {
    id: definitionId(role),
    name: roles[role][0],
    properties: {
      roleName: role,
      type: 'BuiltInRole',
      permissions: [{ actions: [roles[role][1]], notActions: roles[role][2], dataActions: [], notDataActions: [] }],
      assignableScopes: ['/'],
    },
  },
}));

export const people = (n: number): string => `aaaaaaaa-0000-4000-8000-00000000000${n}`;
export const assigned = (role: Role, principalId: string, scope = accountId, more: Body = {}): Raw => ({
  kind: 'roleAssignment',
  body: {
    id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${role}-${principalId}`,
    name: `${role}-${principalId}`,
    properties: { roleDefinitionId: definitionId(role), principalId, principalType: 'User', scope, ...more },
  },
});
export const principal = (id: string, more: Body = {}): Raw => ({
  kind: 'principal',
  body: {
    '@odata.type': '#microsoft.graph.user',
    id,
    displayName: 'A',
    userType: 'Member',
    userPrincipalName: 'a@contoso.example',
    ...more,
  },
});
const application: Body = { '@odata.type': '#microsoft.graph.servicePrincipal', servicePrincipalType: 'Application' };
export const managed: Body = {
  '@odata.type': '#microsoft.graph.servicePrincipal',
  servicePrincipalType: 'ManagedIdentity',
};

const base: readonly Raw[] = [...accountAround, subscriptionRaw, ...definitions];
const reader = [assigned('reader', people(1)), principal(people(1))];
export const byApp = { principalType: 'ServicePrincipal' };

const directly = (role: Role, status: Status, scope = accountId) =>
  row(
    `a user is ${role} at ${scope}`,
    {},
    { [standing]: status },
    {
      around: [...base, assigned(role, people(1), scope), principal(people(1))],
    },
  );

const accountRules = table(
  'roles on an account',
  {
    kind: 'aiAccount',
    body: account,
    around: [...base, ...reader],
    labels: { ...passes(guest, orphan, standing), ...spared(listKeys) },
  },
  ...(['owner', 'contributor', 'accessAdmin', 'aiAdmin', 'openAiContributor'] as const).flatMap((role) => [
    directly(role, 'fail'),
    directly(role, 'fail', group),
    directly(role, 'fail', sub),
    directly(role, 'pass', `${accountId}-2`),
  ]),
  directly('owner', 'fail', '/providers/Microsoft.Management/managementGroups/mg-root'),
  directly('owner', 'pass', '/providers/Microsoft.Management/managementGroups/mg-other'),
  directly('aiUser', 'pass'),
  row(
    'an application is owner',
    {},
    {},
    {
      around: [...base, assigned('owner', people(2), accountId, byApp), principal(people(2), application)],
    },
  ),
  row(
    'a managed identity is contributor of the subscription',
    {},
    {},
    {
      around: [...base, assigned('contributor', people(2), sub, byApp), principal(people(2), managed)],
    },
  ),
  ...[3, 4].map((n) =>
    row(`${n} applications are contributors of the subscription`, {}, n > 3 ? fails(standing) : {}, {
      around: [
        ...base,
        ...Array.from({ length: n }, (_, i) => assigned('contributor', people(i + 2), sub, byApp)),
        ...Array.from({ length: n }, (_, i) => principal(people(i + 2), application)),
      ],
    }),
  ),
  row('a guest reads', {}, fails(guest), {
    around: [...base, reader[0]!, principal(people(1), { userType: 'Guest' })],
  }),
  row('a guest in another casing', {}, fails(guest), {
    around: [...base, reader[0]!, principal(people(1), { userType: 'guest' })],
  }),
  row('a guest by name', {}, fails(guest), {
    around: [
      ...base,
      reader[0]!,
      principal(people(1), { userType: null, userPrincipalName: 'b_fabrikam.example#EXT#@contoso.example' }),
    ],
  }),
  row('a guest at the subscription', {}, fails(guest), {
    around: [...base, assigned('reader', people(1), sub), principal(people(1), { userType: 'Guest' })],
  }),
  row(
    'a guest on another account',
    {},
    {},
    {
      around: [...base, assigned('reader', people(1), `${accountId}-2`), principal(people(1), { userType: 'Guest' })],
    },
  ),
  row(
    'a foreign group',
    {},
    { ...fails(guest), ...unsure(orphan) },
    {
      around: [...base, assigned('reader', people(5), accountId, { principalType: 'ForeignGroup' })],
    },
  ),
  row('a deleted principal', {}, fails(orphan), {
    around: [...base, reader[0]!, { kind: 'principal', body: { id: people(1) } }],
  }),
  row('a deleted principal at the subscription', {}, fails(orphan), {
    around: [...base, assigned('reader', people(1), sub), { kind: 'principal', body: { id: people(1) } }],
  }),
  row(
    'a deleted principal on another account',
    {},
    {},
    {
      around: [
        ...base,
        assigned('reader', people(1), `${accountId}-2`),
        { kind: 'principal', body: { id: people(1) } },
      ],
    },
  ),
  row('assignments unread', {}, unsure(guest, orphan, standing), { gaps: [gap('roleAssignment', sub)] }),
  row('keys on, one application lists them', { 'properties.disableLocalAuth': false }, passes(listKeys), {
    around: [...base, assigned('aiUser', people(2), accountId, byApp), principal(people(2), application)],
  }),
  row('keys on, more holders than allowed', { 'properties.disableLocalAuth': false }, fails(listKeys), {
    around: [
      ...base,
      ...[2, 3, 4].flatMap((n) => [assigned('aiUser', people(n), accountId, byApp), principal(people(n), application)]),
    ],
    policy: { maxKeyHolders: 2 },
  }),
  row('keys on, as many holders as allowed', { 'properties.disableLocalAuth': false }, passes(listKeys), {
    around: [
      ...base,
      ...[2, 3].flatMap((n) => [assigned('aiUser', people(n), accountId, byApp), principal(people(n), application)]),
    ],
    policy: { maxKeyHolders: 2 },
  }),
  row('keys on, a guest lists them', { 'properties.disableLocalAuth': false }, fails(listKeys, guest), {
    around: [...base, assigned('aiUser', people(2)), principal(people(2), { userType: 'Guest' })],
  }),
  row(
    'keys on, a guest only reads',
    { 'properties.disableLocalAuth': false },
    { ...passes(listKeys), ...fails(guest) },
    {
      around: [...base, assigned('reader', people(2)), principal(people(2), { userType: 'Guest' })],
    },
  ),
  row('keys on, definitions unread', { 'properties.disableLocalAuth': false }, unsure(listKeys), {
    gaps: [gap('roleDefinition', sub)],
  }),
  values('properties.disableLocalAuth', [null, 'true'], passes(listKeys)),
);

const project = `${accountId}/projects/fjord`;
const identity = people(9);
const projectRules = table(
  'identity of a project',
  {
    kind: 'project',
    under: accountId,
    body: {
      id: project,
      name: 'nordlys/fjord',
      identity: { type: 'SystemAssigned', principalId: identity },
      properties: {},
    },
    around: [accountRaw, ...base, assigned('aiUser', identity, accountId, byApp), principal(identity, managed)],
    labels: passes(excess),
  },
  ...(['owner', 'contributor'] as const).flatMap((role) =>
    [group, sub].map((scope) =>
      row(`it is ${role} at ${scope}`, {}, fails(excess), {
        around: [accountRaw, ...base, assigned(role, identity, scope, byApp), principal(identity, managed)],
      }),
    ),
  ),
  row(
    'another identity is owner',
    {},
    {},
    {
      around: [accountRaw, ...base, assigned('owner', people(8), sub, byApp), principal(people(8), managed)],
    },
  ),
  row('no identity', { identity: { type: 'None' } }, spared(excess)),
  row('assignments unread', {}, unsure(excess), { gaps: [gap('roleAssignment', sub)] }),
);

const registry = `${group}/providers/Microsoft.MachineLearningServices/registries/bibliotek`;
const shares = 'mlregistry-cross-tenant-share';
const registryRules = table(
  'roles on a registry',
  {
    kind: 'mlRegistry',
    body: { id: registry, name: 'bibliotek', properties: { publicNetworkAccess: 'Disabled', regionDetails: [] } },
    around: [subscriptionRaw, ...definitions, assigned('reader', people(1), registry), principal(people(1))],
    labels: passes(shares),
  },
  row('a guest', {}, fails(shares), {
    around: [
      subscriptionRaw,
      ...definitions,
      assigned('reader', people(1), registry),
      principal(people(1), { userType: 'Guest' }),
    ],
  }),
  row('assignments unread', {}, unsure(shares), { gaps: [gap('roleAssignment', sub)] }),
);

const app = `${project}/applications/hjelper`;
const appExcess = 'foundry-agent-identity-excess-rbac';
const agentIdentity = people(7);
const applicationAround: readonly Raw[] = [
  accountRaw,
  ...base,
  { kind: 'project', under: accountId, body: { id: project, name: 'nordlys/fjord', properties: {} } },
];
const agent: Body = { ...application, servicePrincipalType: 'ServiceIdentity' };
const applicationRules = table(
  'identity of an agent application',
  {
    kind: 'agentApplication',
    under: project,
    body: {
      id: app,
      name: 'hjelper',
      properties: { defaultInstanceIdentity: { principalId: agentIdentity }, isEnabled: true },
    },
    around: [
      ...applicationAround,
      assigned('aiUser', agentIdentity, accountId, byApp),
      principal(agentIdentity, agent),
    ],
    labels: passes(appExcess),
  },
  ...(['owner', 'contributor', 'accessAdmin'] as const).map((role) =>
    row(`it is ${role} of the subscription`, {}, fails(appExcess), {
      around: [...applicationAround, assigned(role, agentIdentity, sub, byApp), principal(agentIdentity, agent)],
    }),
  ),
  row(
    'another identity is owner',
    {},
    {},
    {
      around: [...applicationAround, assigned('owner', people(6), sub, byApp), principal(people(6), agent)],
    },
  ),
  row('assignments unread', {}, unsure(appExcess), { gaps: [gap('roleAssignment', sub)] }),
);

const withSecret = (startDateTime: string, endDateTime: string): Body => ({
  ...application,
  passwordCredentials: [{ startDateTime, endDateTime }],
});
const bearing = (name: string, labels: Readonly<Record<string, Status>>, role: Role, scope: string, more: Body) =>
  row(name, {}, labels, {
    around: [...base, assigned(role, people(2), scope, byApp), principal(people(2), more)],
  });

const programs = table(
  'programs on an account',
  { kind: 'aiAccount', body: account, around: [...base, ...reader], labels: passes(fresh, callsOnly) },
  bearing('an identity that may do everything', fails(callsOnly), 'contributor', sub, managed),
  bearing('an identity that lists keys', fails(callsOnly), 'aiUser', accountId, managed),
  bearing('an identity that only reads', {}, 'reader', accountId, managed),
  bearing('an identity elsewhere', {}, 'contributor', `${accountId}-2`, managed),
  bearing('a young secret', {}, 'aiUser', accountId, withSecret('2026-11-01T00:00:00Z', '2027-02-01T00:00:00Z')),
  bearing(
    'a secret without end',
    fails(fresh),
    'aiUser',
    accountId,
    withSecret('2026-11-01T00:00:00Z', '2299-12-31T00:00:00Z'),
  ),
  bearing(
    'an old secret',
    fails(fresh),
    'aiUser',
    accountId,
    withSecret('2025-01-01T00:00:00Z', '2027-01-01T00:00:00Z'),
  ),
  bearing('a secret that is over', {}, 'aiUser', accountId, withSecret('2020-01-01T00:00:00Z', '2021-01-01T00:00:00Z')),
  bearing(
    'an old secret of one that may do nothing here',
    {},
    'aiUser',
    `${accountId}-2`,
    withSecret('2025-01-01T00:00:00Z', '2027-01-01T00:00:00Z'),
  ),
);

export const access = [...programs, ...accountRules, ...projectRules, ...registryRules, ...applicationRules];
