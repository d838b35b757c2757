import rule from '../../../src/rules/rbac/foundry-agent-identity-excess-rbac';
import { assignment, principal, role, roleId } from '../../kit/access';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const writer = role('writer', { actions: ['*/write'] });
const agent = principal('agent-1', { principalType: 'ServicePrincipal' });
const grant = (scope: string, changes = {}) =>
  assignment('agent-1', { scope, principalType: 'ServicePrincipal', roleDefinitionId: roleId('writer'), ...changes });
const other = (principalIds: string[]) =>
  safe('agentApplication', { id: `${safe('project').id}/applications/other`, principalIds });
const gap = {
  kind: 'roleAssignment',
  scope: '/subscriptions/s',
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;

testRule(rule, {
  pass: [
    { name: 'no role at all', around: [writer] },
    { name: 'a role on its account', around: [writer, agent, grant(safe('aiAccount').id)] },
    { name: 'another application with an identity of its own', around: [other(['agent-2'])] },
  ],
  fail: [
    {
      name: 'it writes in the whole subscription',
      around: [writer, agent, grant('/subscriptions/s')],
      says: 'resource group or above',
    },
    { name: 'it holds a role on a vault', around: [writer, agent, grant(safe('keyVault').id)], says: 'keyvault' },
    { name: 'it shares its identity', around: [other(['agent-1', 'agent-2'])], says: 'shared with 1' },
  ],
  notApplicable: [
    { name: 'no identity', subject: { principalIds: [] } },
    { name: 'switched off', subject: { isEnabled: false }, around: [other(['agent-1'])] },
  ],
  unknown: [
    { name: 'assignments were not read', gaps: [gap], says: 'x/read' },
    { name: 'a condition decides', around: [writer, agent, grant('/subscriptions/s', { hasCondition: true })] },
  ],
});
