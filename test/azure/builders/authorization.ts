import type { ArmBody } from '../tenant';
import type { Overrides } from './body';
import type { BuiltInRole } from './roleDefinitions';
import { guid, mark, merged } from './body';
import { roleGuids } from './roleDefinitions';

export type PrincipalType = 'User' | 'Group' | 'ServicePrincipal' | 'ForeignGroup' | 'Device';

/**
 * A role assignment at `scope`: a management group, a subscription, a resource group or a resource id.
 * @param role a built-in role, or the GUID of a custom one.
 */
export function roleAssignment(
  scope: string,
  principalId: string,
  principalType: PrincipalType,
  role: BuiltInRole | { readonly guid: string },
  over?: Overrides,
): ArmBody {
  const definition = typeof role === 'string' ? roleGuids[role] : role.guid;
  const name = guid(`${scope.toLowerCase()}:${principalId}:${definition}`);
  const subscription = /^\/subscriptions\/[^/]+/i.exec(scope)?.[0] ?? '';
  const day = String(1 + (mark(name) % 27)).padStart(2, '0');
  return merged(
    {
      id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
      type: 'Microsoft.Authorization/roleAssignments',
      name,
      properties: {
        roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${definition}`,
        principalId,
        principalType,
        scope,
        condition: null,
        conditionVersion: null,
        createdOn: `2026-08-${day}T09:30:00.0000000Z`,
        updatedOn: `2026-08-${day}T09:30:00.0000000Z`,
        createdBy: guid('user maren'),
        updatedBy: guid('user maren'),
        delegatedManagedIdentityResourceId: null,
        description: null,
      },
    },
    over,
  );
}

/** A deny assignment as a deployment stack makes it: everyone but those excluded is denied `actions`. */
export function denyAssignment(scope: string, actions: readonly string[], excluded: readonly string[] = []): ArmBody {
  const name = guid(`deny ${scope.toLowerCase()}`);
  return {
    id: `${scope}/providers/Microsoft.Authorization/denyAssignments/${name}`,
    type: 'Microsoft.Authorization/denyAssignments',
    name,
    properties: {
      denyAssignmentName: 'Deny assignment created by a deployment stack',
      description: 'Keeps what the stack manages as it is',
      permissions: [{ actions, notActions: [], dataActions: [], notDataActions: [] }],
      scope,
      doNotApplyToChildScopes: false,
      principals: [{ id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }],
      excludePrincipals: excluded.map((id) => ({ id, type: 'Group' })),
      isSystemProtected: true,
    },
  };
}

/** A role that a principal may activate in Privileged Identity Management. */
export function roleEligibility(
  scope: string,
  principalId: string,
  principalType: PrincipalType,
  role: BuiltInRole,
): ArmBody {
  const name = guid(`eligible ${scope.toLowerCase()}:${principalId}:${role}`);
  const subscription = /^\/subscriptions\/[^/]+/i.exec(scope)?.[0] ?? '';
  const provider = `${scope}/providers/Microsoft.Authorization`;
  return {
    id: `${provider}/roleEligibilityScheduleInstances/${name}`,
    type: 'Microsoft.Authorization/roleEligibilityScheduleInstances',
    name,
    properties: {
      roleEligibilityScheduleId: `${provider}/RoleEligibilitySchedules/${name}`,
      scope,
      roleDefinitionId: `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${roleGuids[role]}`,
      principalId,
      principalType,
      status: 'Accepted',
      startDateTime: '2026-09-01T08:00:00Z',
      endDateTime: '2027-03-01T08:00:00Z',
      memberType: 'Direct',
      createdOn: '2026-09-01T08:00:00Z',
      condition: null,
      conditionVersion: null,
    },
  };
}
