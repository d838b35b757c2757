import type { Base } from './base';
import type { Condition } from './condition';

export interface Subscription extends Base<'subscription'> {
  readonly displayName: string;
  /** Enabled, Warned, PastDue, Disabled, Deleted. */
  readonly state: string;
  readonly tenantId: string;
  /** Management groups above it, nearest first, lower-cased ids; empty when the chain was not given. */
  readonly managementGroupIds: readonly string[];
}

export interface ManagementGroup extends Base<'managementGroup'> {
  readonly displayName: string;
  readonly ancestorIds: readonly string[];
}

export interface RoleAssignment extends Base<'roleAssignment'> {
  readonly scope: string;
  readonly principalId: string;
  /** User, Group, ServicePrincipal, ForeignGroup, Device; '' when absent. */
  readonly principalType: string;
  readonly roleDefinitionId: string;
  readonly hasCondition: boolean;
  /** Its guard; absent = without condition, or with one of which nothing was read. */
  readonly condition?: Condition;
  readonly createdAt: string;
}

export interface PermissionBlock {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
  readonly hasCondition: boolean;
  readonly condition?: Condition;
}

/** `id` ends in the role's GUID; rules match the GUID or evaluate the blocks, never the name. */
export interface RoleDefinition extends Base<'roleDefinition'> {
  readonly roleName: string;
  readonly roleType: string;
  readonly guid: string;
  readonly permissions: readonly PermissionBlock[];
  readonly assignableScopes: readonly string[];
}

/** A password or key of an application. ISO 8601; `endsAt` is '' where Azure states no end. */
export interface PrincipalCredential {
  readonly startsAt: string;
  readonly endsAt: string;
}

/**
 * A user, group, service principal or managed identity behind a role assignment, from Microsoft Graph. `id` is the object id.
 * `known` is `deleted` when Graph answered without it, `unread` when Graph was refused: then only the id is sure.
 */
export interface Principal extends Base<'principal'> {
  readonly known: 'known' | 'deleted' | 'unread';
  readonly principalType: 'User' | 'Group' | 'ServicePrincipal' | 'ManagedIdentity' | 'Unrecognised';
  readonly displayName: string;
  readonly isGuest: boolean;
  readonly appId: string;
  /** Transitive members of a group, object ids; null where they were not read. */
  readonly memberIds: readonly string[] | null;
  /** Of a service principal and its application, oldest first: nothing but dates. Azure renews those of managed identities itself. */
  readonly credentials: readonly PrincipalCredential[];
  /** Who may add credentials to the application, or members to the group: object ids. Owners of a service principal count too. */
  readonly ownerIds: readonly string[];
  /** Of a group: only Entra's privileged roles and its owners change who is in it. */
  readonly isRoleAssignable: boolean;
}

/** Microsoft.Security/assessments: Defender's verdict on one resource. `resourceId` is the assessed resource, lower-cased. */
export interface Assessment extends Base<'assessment'> {
  readonly assessmentKey: string;
  readonly displayName: string;
  readonly resourceId: string;
  readonly code: 'Healthy' | 'Unhealthy' | 'NotApplicable' | 'Unrecognised';
  readonly cause: string;
  readonly statusChangedAt: string;
  readonly firstEvaluatedAt: string;
  readonly severity: string;
  /** GUID of `metadata.policyDefinitionId`, lower-case; '' when there is none. */
  readonly policyDefinitionId: string;
}

/**
 * A recommendation of Defender for Cloud as its catalogue has it (Microsoft.Security/assessmentMetadata), whether or not it assesses
 * anything here: Microsoft adds, renames and drops them. `name` is its display name.
 */
export interface Recommendation extends Base<'recommendation'> {
  readonly severity: string;
  /** GUID of the policy behind it, lower-case; '' when there is none. */
  readonly policyDefinitionId: string;
  readonly assessmentType: string;
  readonly isPreview: boolean;
}

/** Microsoft.Security/pricings of a subscription: AI, CloudPosture, StorageAccounts ... */
export interface DefenderPlan extends Base<'defenderPlan'> {
  readonly pricingTier: 'Standard' | 'Free' | 'Unrecognised';
  readonly extensions: Readonly<Record<string, boolean>>;
}

/** Microsoft.Security alerts on AI resources. Prompt evidence never enters the model. */
export interface DefenderAlert extends Base<'defenderAlert'> {
  readonly alertType: string;
  readonly displayName: string;
  readonly severity: string;
  /** Active, InProgress, Dismissed, Resolved. */
  readonly status: string;
  readonly startedAt: string;
  readonly resourceIds: readonly string[];
}

export interface DefenderAttackPath extends Base<'defenderAttackPath'> {
  readonly displayName: string;
  readonly riskLevel: string;
  readonly resourceIds: readonly string[];
}

export interface PolicyAssignment extends Base<'policyAssignment'> {
  readonly scope: string;
  readonly notScopes: readonly string[];
  /** Lower-cased id of the policy or initiative. */
  readonly policyDefinitionId: string;
  readonly enforcementMode: string;
  /** `parameters.effect` in lower case; '' where the assignment leaves it to the policy. */
  readonly effect: string;
  readonly displayName: string;
}

export interface PolicyExemption extends Base<'policyExemption'> {
  /** The resource or scope that is exempt. */
  readonly scope: string;
  readonly policyAssignmentId: string;
  readonly category: string;
  readonly expiresOn: string;
}

/** A key regeneration in the Activity Log (`accounts/regenerateKey/action`); `parentId` is the account. */
export interface KeyRegeneration extends Base<'keyRegeneration'> {
  readonly at: string;
  readonly caller: string;
}

/**
 * One write or delete in the Activity Log. Evidence of who changed what, not inventory: events stand beside a unit's resources and are never
 * judged, compared or counted. `caller` is a user's name or an application's object id, '' for Azure itself; `callerIds` are the object and
 * application ids of its token; `client` is the application id of the program that it used, '' where the log does not say.
 */
export interface ActivityEvent extends Base<'activityEvent'> {
  readonly resourceId: string;
  readonly operation: string;
  readonly caller: string;
  readonly callerType: 'user' | 'guest' | 'application' | 'azure';
  readonly callerIds: readonly string[];
  readonly at: string;
  readonly correlationId: string;
  readonly client: string;
}

/** Evidence is kept beside resources, never among them. */
export const isEvidence = (resource: { readonly kind: string }): resource is ActivityEvent =>
  resource.kind === 'activityEvent';

export interface GovernanceKinds {
  readonly activityEvent: ActivityEvent;
  readonly subscription: Subscription;
  readonly managementGroup: ManagementGroup;
  readonly roleAssignment: RoleAssignment;
  readonly roleDefinition: RoleDefinition;
  readonly principal: Principal;
  readonly assessment: Assessment;
  readonly recommendation: Recommendation;
  readonly defenderPlan: DefenderPlan;
  readonly defenderAlert: DefenderAlert;
  readonly defenderAttackPath: DefenderAttackPath;
  readonly policyAssignment: PolicyAssignment;
  readonly policyExemption: PolicyExemption;
  readonly keyRegeneration: KeyRegeneration;
}
