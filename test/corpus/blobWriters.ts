import type { Body } from '../../src/collect/collector';
import { group, storage, storageId, sub, subscriptionRaw, workspaceRaw } from './bodies';
import type { Raw } from './table';
import { fails, gap, passes, row, spared, table, unsure } from './table';

const writable = 'rag-source-writable-by-many';
const containers = 'Microsoft.Storage/storageAccounts/blobServices/containers';

/** The data actions of two roles, by the GUIDs of Storage Blob Data Contributor and Reader. */
const roles = {
  contributor: ['ba92f5b4-2d11-453d-a403-e96b0029c9fe', [`${containers}/blobs/read`, `${containers}/blobs/write`]],
  reader: ['2a2b9908-6ea1-4ae2-8e65-a410df84e7d1', [`${containers}/blobs/read`]],
} as const;
type Role = keyof typeof roles;
const definitionId = (role: Role): string => `/providers/Microsoft.Authorization/roleDefinitions/${roles[role][0]}`;
const definitions: readonly Raw[] = (Object.keys(roles) as Role[]).map((role) => ({
  kind: 'roleDefinition',
  body: {
    id: definitionId(role),
    name: roles[role][0],
    properties: {
      roleName: role,
      type: 'BuiltInRole',
      permissions: [{ actions: [], notActions: [], dataActions: roles[role][1], notDataActions: [] }],
      assignableScopes: ['/'],
    },
  },
}));

const person = (n: number): string => `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`;
const principal = (id: string, more: Body = {}): Raw => ({
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
const assigned = (role: Role, principalId: string, scope: string): Raw => ({
  kind: 'roleAssignment',
  body: {
    id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${role}-${principalId}`,
    name: `${role}-${principalId}`,
    properties: { roleDefinitionId: definitionId(role), principalId, principalType: 'User', scope },
  },
});

const base: readonly Raw[] = [workspaceRaw, subscriptionRaw, ...definitions];
const holders = (count: number, role: Role = 'contributor', scope = storageId): readonly Raw[] =>
  Array.from({ length: count }, (_, n) => person(n)).flatMap((id) => [assigned(role, id, scope), principal(id)]);
const container = `${storageId}/blobServices/default/containers/data`;
const one = person(1);
const guest: Body = { userType: 'Guest' };

const recoverable = 'storage-recoverable-where-many-write';
const service = (properties: Body): Raw => ({
  kind: 'blobService',
  under: storageId,
  body: { id: `${storageId}/blobServices/default`, name: 'default', properties },
});
const versions = { isVersioningEnabled: true };
const kept = { deleteRetentionPolicy: { enabled: true, days: 1 } };
const policed = (state: string): Raw => ({
  kind: 'blobContainer',
  under: storageId,
  body: {
    id: container,
    name: 'data',
    properties: { hasImmutabilityPolicy: true, immutabilityPolicy: { properties: { state } } },
  },
});

const recovery = table(
  'recovery where many write',
  {
    kind: 'storageAccount',
    body: storage,
    around: [...base, ...holders(6), service(versions)],
    labels: passes(recoverable),
  },
  row('deleted blobs stay for a day', {}, {}, { around: [...base, ...holders(6), service(kept)] }),
  row('five write', {}, {}, { around: [...base, ...holders(5), service({})] }),
  row('six write', {}, fails(recoverable), { around: [...base, ...holders(6), service({})] }),
  row('a policy is locked', {}, {}, { around: [...base, ...holders(6), service({}), policed('Locked')] }),
  row('a policy is unlocked', {}, fails(recoverable), {
    around: [...base, ...holders(6), service({}), policed('Unlocked')],
  }),
  row('a guest writes', {}, fails(recoverable), {
    around: [...base, service({}), assigned('contributor', one, storageId), principal(one, guest)],
  }),
  row(
    'a guest writes what is kept',
    {},
    {},
    {
      around: [...base, service(versions), assigned('contributor', one, storageId), principal(one, guest)],
    },
  ),
  row('the blob service unread', {}, unsure(recoverable), {
    around: [...base, ...holders(6)],
    gaps: [gap('blobService', storageId)],
  }),
  row('assignments unread', {}, unsure(recoverable), {
    around: [...base, service({})],
    gaps: [gap('roleAssignment', sub)],
  }),
  row('an account of files', {}, spared(recoverable), { around: [...base, ...holders(6)] }),
);

const writers = table(
  'writers of blobs',
  { kind: 'storageAccount', body: storage, around: [...base, ...holders(1)], labels: passes(writable) },
  row('ten write', {}, {}, { around: [...base, ...holders(10)] }),
  ...[storageId, container, group, sub].map((scope) =>
    row(`eleven write at ${scope}`, {}, fails(writable), { around: [...base, ...holders(11, 'contributor', scope)] }),
  ),
  row('eleven write to another account', {}, {}, { around: [...base, ...holders(11, 'contributor', `${storageId}2`)] }),
  row('eleven read', {}, {}, { around: [...base, ...holders(11, 'reader')] }),
  row('three write, two may', {}, fails(writable), {
    around: [...base, ...holders(3)],
    policy: { maxBlobWriters: 2 },
  }),
  row('a guest writes', {}, fails(writable), {
    around: [...base, assigned('contributor', one, storageId), principal(one, guest)],
  }),
  row('a guest reads', {}, {}, { around: [...base, assigned('reader', one, storageId), principal(one, guest)] }),
  row('assignments unread', {}, unsure(writable), { gaps: [gap('roleAssignment', sub)] }),
  row('definitions unread', {}, unsure(writable), { gaps: [gap('roleDefinition', sub)] }),
);

export const blobWriters = [...writers, ...recovery];
