import type { Base } from './base';

/** Microsoft.Authorization/locks. `scope` is what it locks: a subscription, a resource group or a resource. */
export interface ResourceLock extends Base<'resourceLock'> {
  readonly scope: string;
  readonly level: 'CanNotDelete' | 'ReadOnly' | 'Unrecognised';
}

/** privateEndpoints/privateDnsZoneGroups: names of the zones that hold the endpoint's records, lower-case. */
export interface PrivateDnsZoneGroup extends Base<'privateDnsZoneGroup'> {
  readonly zones: readonly string[];
}

/** Microsoft.Insights/metricAlerts. `targetType` and `targetRegion` say what it watches where a scope is no single resource. */
export interface MetricAlert extends Base<'metricAlert'> {
  readonly scopes: readonly string[];
  readonly isEnabled: boolean;
  readonly targetType: string;
  readonly targetRegion: string;
}

/** Microsoft.Consumption/budgets of a subscription or resource group. `notifies`: one of its notifications is on and has a receiver. */
export interface Budget extends Base<'budget'> {
  readonly scope: string;
  readonly notifies: boolean;
}

/** Microsoft.Security/securityContacts of a subscription. */
export interface SecurityContact extends Base<'securityContact'> {
  /** Absent = true. */
  readonly isEnabled: boolean;
  readonly hasReceivers: boolean;
  /** `minimalRiskLevel` of the source AttackPath; '' when there is no such source. */
  readonly attackPathRiskLevel: string;
}

/** Microsoft.OperationalInsights/workspaces; `retentionInDays` is null when absent. */
export interface LogWorkspace extends Base<'logWorkspace'> {
  readonly retentionInDays: number | null;
}

/** Microsoft.Network/virtualNetworks with the subnets that rules look at. */
export interface VirtualNetwork extends Base<'virtualNetwork'> {
  readonly subnets: readonly {
    readonly id: string;
    /** Service names, lower-case, such as `microsoft.app/environments`. */
    readonly delegations: readonly string[];
    readonly routeTableId: string;
    readonly networkSecurityGroupId: string;
  }[];
}

/** vaults/keys as Resource Manager tells them: never key material. Instants are ISO 8601, '' when there is none. */
export interface VaultKey extends Base<'vaultKey'> {
  /** Absent = true. */
  readonly isEnabled: boolean;
  readonly expiresAt: string;
  /** True when a lifetime action of `rotationPolicy` rotates the key. */
  readonly rotates: boolean;
}

/** vaults/secrets as Resource Manager tells them: never the value. */
export interface VaultSecret extends Base<'vaultSecret'> {
  /** Absent = true. */
  readonly isEnabled: boolean;
  readonly expiresAt: string;
}

/** Microsoft.ManagedIdentity/userAssignedIdentities that an AI resource bears. */
export interface ManagedIdentity extends Base<'managedIdentity'> {
  readonly principalId: string;
}

/** userAssignedIdentities/federatedIdentityCredentials: whose tokens are taken for the identity. `subject` is '' for expressions. */
export interface FederatedCredential extends Base<'federatedCredential'> {
  readonly issuer: string;
  readonly subject: string;
}

/** A soft-deleted account that can still be recovered. */
export interface DeletedAccount extends Base<'deletedAccount'> {
  readonly deletedAt: string;
  readonly purgesAt: string;
}

/** dnsZones/CNAME whose target is a host of Azure AI. Names in lower case. */
export interface DnsAlias extends Base<'dnsAlias'> {
  readonly targetHost: string;
}

export interface SafeguardKinds {
  readonly dnsAlias: DnsAlias;
  readonly resourceLock: ResourceLock;
  readonly privateDnsZoneGroup: PrivateDnsZoneGroup;
  readonly metricAlert: MetricAlert;
  readonly budget: Budget;
  readonly securityContact: SecurityContact;
  readonly logWorkspace: LogWorkspace;
  readonly virtualNetwork: VirtualNetwork;
  readonly vaultKey: VaultKey;
  readonly vaultSecret: VaultSecret;
  readonly managedIdentity: ManagedIdentity;
  readonly federatedCredential: FederatedCredential;
  readonly deletedAccount: DeletedAccount;
}
