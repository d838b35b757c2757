import type { PolicyAssignment } from '../../model/governance';
import { base } from '../base';
import { idAt, part, text, texts, word } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { policyQuery } from '../queries';
import { scopeOf } from '../scope';

/** An assignment of a policy or initiative; of its parameters only `effect` is taken, others may hold anything. Absent `enforcementMode` = Default. */
export function toPolicyAssignment(body: Body): PolicyAssignment {
  const properties = part(body, 'properties');
  return {
    ...base('policyAssignment', body),
    scope: idAt(properties, 'scope') || scopeOf(body),
    notScopes: texts(properties, 'notScopes').map((scope) => scope.toLowerCase()),
    policyDefinitionId: idAt(properties, 'policyDefinitionId'),
    enforcementMode: word(['Default', 'DoNotEnforce'], 'Default', properties, 'enforcementMode'),
    effect: text(properties, 'parameters', 'effect', 'value').toLowerCase(),
    displayName: text(properties, 'displayName'),
  };
}

export default surveyCollector({
  kind: 'policyAssignment',
  permissions: ['Microsoft.Authorization/policyAssignments/read'],
  query: policyQuery,
  types: ['microsoft.authorization/policyassignments'],
  convert: (row) => ({ resource: toPolicyAssignment(row) }),
});
