import type { Base } from './base';
import type { Condition } from './condition';
import type { PermissionBlock } from './governance';

/** One that a deny assignment names. The id of zeros with type SystemDefined is everyone. */
interface NamedPrincipal {
  readonly id: string;
  readonly type: string;
}

/**
 * Microsoft.Authorization/denyAssignments, from deployment stacks, managed applications or Microsoft. One made above the subscription is
 * kept at each subscription, `scope` saying where it was made.
 */
export interface DenyAssignment extends Base<'denyAssignment'> {
  readonly scope: string;
  readonly permissions: readonly PermissionBlock[];
  readonly principals: readonly NamedPrincipal[];
  readonly excludePrincipals: readonly NamedPrincipal[];
  /** Absent = false. */
  readonly doNotApplyToChildScopes: boolean;
  readonly hasCondition: boolean;
}

/**
 * Microsoft.Authorization/roleEligibilityScheduleInstances: a role that someone may activate in Privileged Identity Management and does
 * not hold until then. One made above the subscription is kept at each subscription.
 */
export interface RoleEligibility extends Base<'roleEligibility'> {
  readonly scope: string;
  readonly principalId: string;
  readonly principalType: string;
  readonly roleDefinitionId: string;
  readonly hasCondition: boolean;
  readonly condition?: Condition;
  /** ISO 8601; '' = for ever. */
  readonly endsAt: string;
}

export interface AuthorizationKinds {
  readonly denyAssignment: DenyAssignment;
  readonly roleEligibility: RoleEligibility;
}
