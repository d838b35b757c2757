import type { PermissionBlock, Principal, RoleAssignment } from '../../src/model/governance';
import { safe } from './safe';

let made = 0;

/** A role assignment of `principalId`, on the all-safe account unless a scope is given. */
export const assignment = (principalId: string, changes: Partial<RoleAssignment> = {}): RoleAssignment => {
  const scope = changes.scope ?? safe('aiAccount').id;
  made += 1;
  const id = `${scope}/providers/microsoft.authorization/roleassignments/ra-${made}`;
  return safe('roleAssignment', { id, principalId, ...changes, scope });
};

export const principal = (id: string, changes: Partial<Principal> = {}): Principal =>
  safe('principal', { id, ...changes });
export const group = (id: string, memberIds: Principal['memberIds']): Principal =>
  principal(id, { principalType: 'Group', memberIds });

/** A role of one block; its GUID is its name. */
export const role = (guid: string, block: Partial<PermissionBlock>) =>
  safe('roleDefinition', {
    id: `/providers/microsoft.authorization/roledefinitions/${guid}`,
    guid,
    permissions: [{ actions: [], notActions: [], dataActions: [], notDataActions: [], hasCondition: false, ...block }],
  });
export const roleId = (guid: string): string =>
  `/subscriptions/s/providers/microsoft.authorization/roledefinitions/${guid}`;
