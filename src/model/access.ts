import { allows, isGuarded } from './access/matching';
import { bearersOf, type Bearer, type Directory } from './access/principals';
import { reaches, scopedNear } from './access/scopes';
import type { Plane } from './ability';
import type { RoleAssignment, RoleDefinition, Subscription } from './governance';
import { oncePer } from './oncePer';

export { allows, matches } from './access/matching';
export { bearersOf, isSingle } from './access/principals';
export { reaches, scopedNear } from './access/scopes';

/** Who may do `operation` on the resource. Control: `Microsoft.X/type/action`; data: an operation of the service's data plane. */
interface Question {
  readonly resourceId: string;
  readonly operation: string;
  readonly plane: Plane;
}

/** What was read. `subscription` is the one of the resource. */
export interface AccessFacts extends Directory {
  readonly assignments: readonly RoleAssignment[];
  readonly definitions: readonly RoleDefinition[];
  readonly subscription: Subscription | undefined;
}

/**
 * One way in which a principal holds a right. `conditional`: only if a condition that is not evaluated here lets it. `chainUnread`:
 * granted at a management group of which nobody knows whether it stands above the subscription.
 */
export interface Holder extends Bearer {
  readonly via: string;
  readonly conditional: boolean;
  readonly chainUnread: boolean;
}

/** Definitions by GUID: Azure writes the id of one role below each subscription. */
const guidOf = (roleDefinitionId: string): string =>
  roleDefinitionId.slice(roleDefinitionId.lastIndexOf('/') + 1).toLowerCase();

/** Finds the role of an assignment among `definitions`; undefined = not read. */
export const roleFinder = oncePer((definitions: readonly RoleDefinition[]) => {
  const byGuid = new Map(definitions.map((definition) => [definition.guid.toLowerCase(), definition]));
  return ({ roleDefinitionId }: Pick<RoleAssignment, 'roleDefinitionId'>): RoleDefinition | undefined =>
    byGuid.get(guidOf(roleDefinitionId));
});

/** Assignments that may hold on the resource and whose role was not read: nobody can say what they grant. */
export function undefinedAssignments(resourceId: string, facts: AccessFacts): readonly RoleAssignment[] {
  const roleOf = roleFinder(facts.definitions);
  return scopedNear(facts.assignments, resourceId).filter(
    (assignment) => reaches(assignment.scope, resourceId, facts.subscription) !== 'no' && !roleOf(assignment),
  );
}

/**
 * Everyone who holds a right by a role, one entry for each way. Deleted principals hold nothing. Deny assignments, locks, eligible
 * assignments and rights that a service ignores are not looked at: `access/accessTo.ts` looks at all of them.
 */
export function holders(question: Question, facts: AccessFacts): readonly Holder[] {
  const roleOf = roleFinder(facts.definitions);
  return scopedNear(facts.assignments, question.resourceId).flatMap((assignment) => {
    const scope = reaches(assignment.scope, question.resourceId, facts.subscription);
    const definition = scope === 'no' ? undefined : roleOf(assignment);
    const grant = definition ? allows(definition, question.operation, question.plane) : 'no';
    if (grant === 'no') return [];
    const conditional = grant === 'conditional' || isGuarded(assignment, question.operation);
    return bearersOf(assignment, facts)
      .filter(({ principalId }) => facts.principal(principalId)?.known !== 'deleted')
      .map((bearer) => ({ ...bearer, via: assignment.id, conditional, chainUnread: scope === 'chainUnread' }));
  });
}
