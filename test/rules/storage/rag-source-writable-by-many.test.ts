import rule from '../../../src/rules/storage/rag-source-writable-by-many';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import type { Resource } from '../../../src/model/resource';
import { assignment, group, principal, role, roleId } from '../../kit/access';

const storage = safe('storageAccount').id;
const container = safe('blobContainer').id;
const writes = role('writes', {
  dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/*'],
});
const reads = role('reads', { dataActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read'] });
const manages = role('manages', { actions: ['*'] });
const held = (id: string, guid = 'writes', scope = storage, changes = {}) => [
  assignment(id, { scope, roleDefinitionId: roleId(guid), ...changes }),
  principal(id),
];
const people = (n: number, guid = 'writes', scope = storage) =>
  Array.from({ length: n }, (_, at) => held(`u-${at}`, guid, scope)).flat();
const given = (...around: Resource[]) => ({ around: [safe('subscription'), writes, reads, manages, ...around] });
const guest = principal('x', { isGuest: true });
const gap = { reason: 'forbidden', permission: 'x/read', detail: '', scope: '/' } as const;

testRule(rule, {
  pass: [
    { name: 'ten write', ...given(...people(10)) },
    { name: 'eleven read', ...given(...people(11, 'reads')) },
    { name: 'eleven manage the account, no data', ...given(...people(11, 'manages')) },
    { name: 'eleven write a neighbour', ...given(...people(11, 'writes', `${storage}2`)) },
    { name: 'a guest reads', ...given(...held('x', 'reads').slice(0, 1), guest) },
    { name: 'the policy file allows more', ...given(...people(11)), policy: { maxBlobWriters: 11 } },
  ],
  fail: [
    { name: 'eleven write', ...given(...people(11)), says: '11 principals may write blobs, maxBlobWriters is 10' },
    {
      name: 'ten on the account, one more on a container',
      ...given(...people(10), ...held('other', 'writes', container)),
      says: '11 principals',
    },
    {
      name: 'a guest writes a container',
      ...given(...held('x', 'writes', container).slice(0, 1), guest),
      says: '1 guest',
    },
    { name: 'eleven from the subscription', ...given(...people(11, 'writes', '/subscriptions/s')) },
  ],
  unknown: [
    {
      name: 'members of a group were not read',
      ...given(
        assignment('g', { scope: container, principalType: 'Group', roleDefinitionId: roleId('writes') }),
        group('g', null),
      ),
      says: 'members of group g',
    },
    { name: 'a role on a container was not read', ...given(...held('u', 'other', container)), says: 'a role' },
    { name: 'assignments were not read', ...given(), gaps: [{ ...gap, kind: 'roleAssignment' }], says: 'x/read' },
  ],
});
