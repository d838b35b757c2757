import rule from '../../../src/rules/rbac/foundry-project-identity-excess-rbac';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import { assignment, group, role, roleId } from '../../kit/access';

const sub = '/subscriptions/s/resourcegroups/rg';
const writer = role('writer', { actions: ['*'] });
const reader = role('reader', { actions: ['*/read'] });
const at = (scope: string, changes = {}, id = 'p-1') => ({
  around: [
    writer,
    reader,
    assignment(id, { scope, principalType: 'ServicePrincipal', roleDefinitionId: roleId('writer'), ...changes }),
  ],
});
const account = safe('aiAccount').id;
const onGroup = { principalType: 'Group' };

testRule(rule, {
  pass: [
    { name: 'no role' },
    ...[
      account,
      `${account}/projects/p`,
      safe('searchService').id,
      safe('storageAccount').id,
      `${safe('storageAccount').id}/blobservices/default/containers/c`,
      safe('cosmosAccount').id,
    ].map((scope) => ({ name: scope, ...at(scope) })),
    { name: 'reads the resource group', ...at(sub, { roleDefinitionId: roleId('reader') }) },
    { name: 'another identity owns the subscription', ...at('/subscriptions/s', {}, 'p-2') },
    {
      name: 'a group without it owns the subscription',
      around: [...at('/subscriptions/s', onGroup, 'g').around, group('g', ['u-1'])],
    },
  ],
  fail: [
    { name: 'owns the resource group', ...at(sub), says: 'resource group or above' },
    { name: 'owns the subscription', ...at('/subscriptions/s') },
    { name: 'owns a management group', ...at('/providers/microsoft.management/managementgroups/mg') },
    { name: 'a vault', ...at(safe('keyVault').id), says: 'microsoft.keyvault/vaults' },
    { name: 'reads a vault', ...at(safe('keyVault').id, { roleDefinitionId: roleId('reader') }) },
    {
      name: 'another account whose name begins alike',
      ...at(`${account}2`),
      says: 'microsoft.cognitiveservices/accounts',
    },
    { name: 'through a group', around: [...at(sub, onGroup, 'g').around, group('g', ['p-1'])] },
    {
      name: 'by its user-assigned identity',
      subject: { identity: { types: ['UserAssigned'], userAssignedIds: ['id'], userAssignedPrincipalIds: ['p-7'] } },
      ...at(sub, {}, 'p-7'),
    },
  ],
  notApplicable: [
    {
      name: 'no identity',
      subject: { identity: { types: [], userAssignedIds: [], userAssignedPrincipalIds: [] } },
      ...at(sub),
      says: 'identity.principalId',
    },
  ],
  unknown: [
    {
      name: 'a group was not read',
      around: [...at(sub, onGroup, 'g').around, group('g', null)],
      says: 'members of group g',
    },
    { name: 'a condition decides', ...at(sub, { hasCondition: true }) },
    { name: 'the role was not read', ...at(sub, { roleDefinitionId: roleId('other') }) },
    {
      name: 'assignments were not read',
      gaps: [{ kind: 'roleAssignment', scope: '/', reason: 'forbidden', permission: 'x/read', detail: '' }],
      says: 'x/read',
    },
  ],
});
