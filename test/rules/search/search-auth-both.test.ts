import rule from '../../../src/rules/search/search-auth-both';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import { assignment, role, roleId } from '../../kit/access';

const scope = safe('searchService').id;
const reads = role('reads', { dataActions: ['Microsoft.Search/searchServices/indexes/documents/read'] });
const looks = role('looks', { actions: ['*/read'] });
const held = (guid: string, changes = {}) => assignment('u-1', { scope, roleDefinitionId: roleId(guid), ...changes });
const keysOn = (...around: ReturnType<typeof held>[]) => ({
  subject: { localAuthDisabled: false, authOptions: 'aadOrApiKey' },
  around: [safe('subscription'), reads, looks, ...around],
});
const gap = { kind: 'roleAssignment', scope: '/', reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [{ name: 'keys are off, whatever the roles', around: [reads, held('reads')], gaps: [gap] }],
  fail: [
    { name: 'both work', ...keysOn(held('reads')), says: 'authOptions are aadOrApiKey, and data roles' },
    { name: 'the role is given above', ...keysOn(held('reads', { scope: '/subscriptions/s' })) },
    {
      name: 'only keys work, though roles are given',
      ...keysOn(held('reads')),
      subject: { localAuthDisabled: false },
      says: 'authOptions are absent',
    },
  ],
  notApplicable: [
    { name: 'no role at all', ...keysOn(), says: 'no data role' },
    { name: 'a role on the service only', ...keysOn(held('looks')) },
    { name: 'a role on a neighbour', ...keysOn(held('reads', { scope: `${scope}2` })) },
  ],
  unknown: [
    { name: 'assignments were not read', ...keysOn(), gaps: [gap], says: 'x/read' },
    { name: 'a role was not read', ...keysOn(held('other')), says: 'a role' },
    {
      name: 'the chain of groups is not known',
      ...keysOn(held('reads', { scope: '/providers/microsoft.management/managementgroups/mg' })),
      says: 'management groups',
    },
  ],
});
