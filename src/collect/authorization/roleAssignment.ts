import type { RoleAssignment } from '../../model/governance';
import { base } from '../base';
import { idAt, instant, part, word } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { authorizationQuery } from '../queries';
import { scopeOf } from '../scope';
import { conditionOf } from './blocks';

const principalTypes = ['User', 'Group', 'ServicePrincipal', 'ForeignGroup', 'Device'];

/** A role assignment; where `scope` is left out, it is what stands before the provider in the id. */
export function toRoleAssignment(body: Body): RoleAssignment {
  const properties = part(body, 'properties');
  return {
    ...base('roleAssignment', body),
    scope: idAt(properties, 'scope') || scopeOf(body),
    principalId: idAt(properties, 'principalId'),
    principalType: word(principalTypes, '', properties, 'principalType'),
    roleDefinitionId: idAt(properties, 'roleDefinitionId'),
    ...conditionOf(properties),
    createdAt: instant(properties, 'createdOn'),
  };
}

export default surveyCollector({
  kind: 'roleAssignment',
  permissions: ['Microsoft.Authorization/roleAssignments/read'],
  query: authorizationQuery,
  types: ['microsoft.authorization/roleassignments'],
  convert: (row) => ({ resource: toRoleAssignment(row) }),
});
