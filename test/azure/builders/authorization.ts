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
