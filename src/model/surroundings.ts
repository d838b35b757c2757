import type { Base, Identity, Network } from './base';

/** A data source of a search service, by its data plane (opt-in). Of the connection string only the form is kept. */
export interface SearchDataSource extends Base<'searchDataSource'> {
  /** `notStated`: the service left the connection string out, as it does for some, and names no identity. */
  readonly credentials: 'identity' | 'key' | 'notStated';
}

/** An index of a search service, by its data plane (opt-in): definitions alone. */
export interface SearchIndex extends Base<'searchIndex'> {
  /** It has a vector field or a semantic configuration: models are grounded on it. */
  readonly groundsModels: boolean;
  readonly permissionFilterOption: 'enabled' | 'disabled' | 'Unrecognised';
  /** A field with `permissionFilter` (userIds, groupIds, rbacScope). */
  readonly hasPermissionField: boolean;
  readonly vectorizers: readonly { readonly name: string; readonly hasKey: boolean }[];
}

export interface SearchService extends Base<'searchService'> {
  /** `endpoint`, '' when absent. */
  readonly endpoint: string;
  readonly sku: string;
  readonly identity: Identity;
  readonly network: Network;
  readonly localAuthDisabled: boolean;
  /** `authOptions`: apiKeyOnly, aadOrApiKey, or '' when absent (keys only). */
  readonly authOptions: string;
  readonly aadAuthFailureMode: string;
  /** `encryptionWithCmk.enforcement`; absent = Unspecified. */
  readonly cmkEnforcement: string;
  readonly cmkComplianceStatus: string;
  readonly replicaCount: number;
  readonly dataExfiltrationProtections: readonly string[];
  readonly sharedPrivateLinks: readonly {
    readonly name: string;
    readonly status: string;
    readonly resourceId: string;
  }[];
}

export interface BotService extends Base<'botService'> {
  readonly publicNetworkAccess: Network['publicNetworkAccess'];
  readonly localAuthDisabled: boolean;
  readonly cmkEnabled: boolean;
  readonly msaAppType: string;
  readonly endpointScheme: string;
  readonly endpointHost: string;
  readonly enabledChannels: readonly string[];
  readonly privateEndpointConnections: Network['privateEndpointConnections'];
}

export interface StorageAccount extends Base<'storageAccount'> {
  readonly sku: string;
  /** Hosts of `primaryEndpoints`, lower-case. */
  readonly hosts: readonly string[];
  /** `primaryEndpoints.blob` with a slash at its end; '' for an account without blobs. */
  readonly blobEndpoint: string;
  readonly network: Network;
  /** Absent = true: keys work. */
  readonly allowSharedKeyAccess: boolean;
  /** Absent = true on accounts made before the default changed: never read as safe. */
  readonly allowBlobPublicAccess: boolean;
  /** Absent = true (api-versions since 2019-04-01). */
  readonly httpsTrafficOnly: boolean;
  /** Absent = TLS1_0. */
  readonly minimumTlsVersion: string;
  /** Absent: accounts made before 15 Dec 2023 allow it; read as true. */
  readonly allowCrossTenantReplication: boolean;
  readonly customerManagedKey: boolean;
  readonly infrastructureEncryption: boolean;
  readonly keyVaultUri?: string;
  readonly isSftpEnabled: boolean;
  readonly isLocalUserEnabled: boolean;
  readonly isHnsEnabled: boolean;
  /** `keyCreationTime.key1/key2`, ISO 8601; '' when absent. */
  readonly key1CreatedAt: string;
  readonly key2CreatedAt: string;
  readonly sasExpirationPeriod: string;
  readonly immutableStorageWithVersioning: boolean;
}

/** storageAccounts/blobServices/default. */
export interface BlobService extends Base<'blobService'> {
  readonly isVersioningEnabled: boolean;
  /** `deleteRetentionPolicy`: days kept, 0 when off. */
  readonly deleteRetentionDays: number;
  readonly containerDeleteRetentionDays: number;
  readonly changeFeedEnabled: boolean;
  /** `deleteRetentionPolicy.allowPermanentDelete`: soft-deleted blobs and versions may be erased before their time. */
  readonly allowPermanentDelete: boolean;
}

export interface BlobContainer extends Base<'blobContainer'> {
  /** Where it answers; '' where its account states no blob endpoint. */
  readonly url: string;
  readonly publicAccess: 'None' | 'Blob' | 'Container' | 'Unrecognised';
  readonly hasImmutabilityPolicy: boolean;
  readonly hasLegalHold: boolean;
  /** `immutabilityPolicy.state`: a policy that is Unlocked can be taken away. None = no policy; Unrecognised = Azure does not say. */
  readonly immutability: 'None' | 'Unlocked' | 'Locked' | 'Unrecognised';
}

export interface KeyVault extends Base<'keyVault'> {
  readonly network: Network;
  readonly vaultUri: string;
  /** Absent or null = false: access policies. */
  readonly rbacAuthorization: boolean;
  readonly purgeProtection: boolean;
  /** Absent = true. */
  readonly softDelete: boolean;
}

export interface ContainerRegistry extends Base<'containerRegistry'> {
  readonly sku: string;
  readonly network: Network;
  readonly loginServer: string;
  readonly adminUserEnabled: boolean;
  readonly anonymousPullEnabled: boolean;
  readonly customerManagedKey: boolean;
  /** `policies.exportPolicy.status`; absent = enabled. */
  readonly exportEnabled: boolean;
  readonly quarantineEnabled: boolean;
  readonly trustEnabled: boolean;
  readonly azureAdAuthenticationAsArm: boolean;
  readonly roleAssignmentMode: string;
}

export interface CosmosAccount extends Base<'cosmosAccount'> {
  readonly network: Network;
  readonly documentEndpoint: string;
  readonly localAuthDisabled: boolean;
  readonly virtualNetworkFilterEnabled: boolean;
  readonly customerManagedKey: boolean;
}

export interface AppInsights extends Base<'appInsights'> {
  readonly localAuthDisabled: boolean;
  readonly publicNetworkAccessForIngestion: string;
  readonly publicNetworkAccessForQuery: string;
  readonly workspaceId: string;
}

export interface PrivateEndpoint extends Base<'privateEndpoint'> {
  readonly subnetId: string;
  readonly connections: readonly {
    readonly targetId: string;
    readonly groupIds: readonly string[];
    readonly status: string;
  }[];
}

/** {resource}/providers/Microsoft.Insights/diagnosticSettings; `parentId` is the resource it watches. */
export interface DiagnosticSetting extends Base<'diagnosticSetting'> {
  /** Enabled log categories and category groups (`allLogs`, `audit`), in Azure's casing. */
  readonly categories: readonly string[];
  readonly categoryGroups: readonly string[];
  readonly destinations: readonly ('workspace' | 'storage' | 'eventHub' | 'partner')[];
  readonly workspaceId: string;
}

export interface SurroundingKinds {
  readonly searchDataSource: SearchDataSource;
  readonly searchIndex: SearchIndex;
  readonly searchService: SearchService;
  readonly botService: BotService;
  readonly storageAccount: StorageAccount;
  readonly blobService: BlobService;
  readonly blobContainer: BlobContainer;
  readonly keyVault: KeyVault;
  readonly containerRegistry: ContainerRegistry;
  readonly cosmosAccount: CosmosAccount;
  readonly appInsights: AppInsights;
  readonly privateEndpoint: PrivateEndpoint;
  readonly diagnosticSetting: DiagnosticSetting;
}
