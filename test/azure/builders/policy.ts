import type { ArmBody } from '../tenant';
import { guid } from './body';

/** A policy assignment at `scope`; Microsoft's default initiative unless told otherwise. */
export function policyAssignment(
  scope: string,
  name = 'SecurityCenterBuiltIn',
  definition = '1f3afdf9-d0c9-4c3d-847f-89da613e70a8',
  notScopes: readonly string[] = [],
): ArmBody {
  return {
    id: `${scope}/providers/Microsoft.Authorization/policyAssignments/${name}`,
    name,
    type: 'Microsoft.Authorization/policyAssignments',
    properties: {
      displayName: name === 'SecurityCenterBuiltIn' ? 'ASC Default' : name,
      policyDefinitionId: `/providers/Microsoft.Authorization/policySetDefinitions/${definition}`,
      scope,
      notScopes,
      parameters: {},
      enforcementMode: 'Default',
      metadata: {},
    },
  };
}

/** A policy exemption of `target` from `assignment`. */
export function policyExemption(
  target: ArmBody,
  assignment: ArmBody,
  category: 'Waiver' | 'Mitigated' = 'Waiver',
  expiresOn: string | null = '2027-01-31T00:00:00Z',
): ArmBody {
  const name = guid(`${target.id}:exempt`);
  return {
    id: `${target.id}/providers/Microsoft.Authorization/policyExemptions/${name}`,
    name,
    type: 'Microsoft.Authorization/policyExemptions',
    properties: {
      policyAssignmentId: assignment.id,
      policyDefinitionReferenceIds: [],
      exemptionCategory: category,
      displayName: 'Agreed with the security office',
      expiresOn,
    },
  };
}
