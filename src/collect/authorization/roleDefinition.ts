import type { RoleDefinition } from '../../model/governance';
import { base } from '../base';
import { part, parts, text, texts } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { authorizationQuery } from '../queries';
import { toBlock } from './blocks';

/** A role, built in or custom. The GUID is the last segment of its id, the same in every tenant. */
export function toRoleDefinition(body: Body): RoleDefinition {
  const properties = part(body, 'properties');
  const fixed = base('roleDefinition', body);
  return {
    ...fixed,
    roleName: text(properties, 'roleName'),
    roleType: text(properties, 'type'),
    guid: fixed.id.slice(fixed.id.lastIndexOf('/') + 1),
    permissions: parts(properties, 'permissions').map(toBlock),
    assignableScopes: texts(properties, 'assignableScopes').map((scope) => scope.toLowerCase()),
  };
}

export default surveyCollector({
  kind: 'roleDefinition',
  permissions: ['Microsoft.Authorization/roleDefinitions/read'],
  query: authorizationQuery,
  types: ['microsoft.authorization/roledefinitions'],
  convert: (row) => ({ resource: toRoleDefinition(row) }),
});
