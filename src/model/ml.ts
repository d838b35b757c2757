import type { Base, Identity, Network, PrivateEndpointConnection } from './base';

/** Microsoft.MachineLearningServices/workspaces, kinds Default, Hub, Project, FeatureStore. */
export interface MlWorkspace extends Base<'mlWorkspace'> {
  readonly workspaceKind: string;
  readonly identity: Identity;
  readonly publicNetworkAccess: Network['publicNetworkAccess'];
  /** `allowPublicAccessWhenBehindVnet`; absent = false. */
  readonly allowPublicAccessWhenBehindVnet: boolean;
  readonly privateEndpointConnections: readonly PrivateEndpointConnection[];
  /** `managedNetwork.isolationMode`; absent = Disabled. */
  readonly isolationMode: string;
  readonly outboundRules: readonly { readonly name: string; readonly type: string }[];
  readonly hbiWorkspace: boolean;
  readonly v1LegacyMode: boolean;
  /** `systemDatastoresAuthMode`; absent = AccessKey. */
  readonly systemDatastoresAuthMode: string;
  readonly customerManagedKey: boolean;
  readonly keyVaultUri?: string;
  readonly hubId: string;
  readonly storageAccountId: string;
  readonly keyVaultId: string;
  readonly containerRegistryId: string;
  readonly appInsightsId: string;
  readonly primaryUserAssignedIdentity: string;
  readonly imageBuildCompute: string;
}

/** workspaces/computes. Fields of `properties.properties`; those that a compute type does not have are null. */
export interface Compute extends Base<'compute'> {
  readonly computeType: string;
  /** `properties.disableLocalAuth`; null when absent (its default differs by compute type and is not documented for all). */
  readonly localAuthDisabled: boolean | null;
  readonly subnetId: string;
  /** `enableNodePublicIp`; null when absent. */
  readonly enableNodePublicIp: boolean | null;
  /** AmlCompute `remoteLoginPortPublicAccess`: Enabled, Disabled, NotSpecified; '' when absent. */
  readonly remoteLoginPortPublicAccess: string;
  /** Compute instance `sshSettings.sshPublicAccess`; absent = Disabled. */
  readonly sshPublicAccess: string;
  /** Compute instance `applicationSharingPolicy`; absent = Shared. */
  readonly applicationSharingPolicy: string;
  readonly idleTimeBeforeShutdown: string;
  /** `osImageMetadata.isLatestOsImageVersion`; null when absent. */
  readonly isLatestOsImageVersion: boolean | null;
  readonly vmSize: string;
  readonly minNodeCount: number | null;
  readonly maxNodeCount: number | null;
  /** `scaleSettings.nodeIdleTimeBeforeScaleDown` in seconds; null when absent or no duration. */
  readonly nodeIdleSeconds: number | null;
  readonly hasSetupScripts: boolean;
  readonly hasCustomServices: boolean;
  readonly identity: Identity;
  readonly state: string;
  /** ARM id of an attached cluster; '' otherwise. */
  readonly attachedResourceId: string;
  readonly lastOperationAt: string;
  readonly createdByObjectId: string;
}

/** workspaces/datastores. `credentialsType` None means identity. */
export interface Datastore extends Base<'datastore'> {
  readonly datastoreType: string;
  readonly credentialsType: string;
  readonly accountName: string;
  readonly containerName: string;
  readonly endpointSuffix: string;
  readonly isDefault: boolean;
}

/** online, batch and serverless endpoints of a workspace. */
export interface MlEndpoint extends Base<'onlineEndpoint' | 'batchEndpoint' | 'serverlessEndpoint'> {
  readonly authMode: string;
  readonly identity: Identity;
  /** Absent = Enabled. */
  readonly publicNetworkAccess: Network['publicNetworkAccess'];
  /** Serverless: `contentSafety.contentSafetyStatus`; '' when absent or not serverless. */
  readonly contentSafetyStatus: string;
  readonly modelId: string;
  readonly state: string;
}

export interface OnlineEndpoint extends MlEndpoint {
  readonly kind: 'onlineEndpoint';
}
export interface BatchEndpoint extends MlEndpoint {
  readonly kind: 'batchEndpoint';
}
export interface ServerlessEndpoint extends MlEndpoint {
  readonly kind: 'serverlessEndpoint';
}

interface DeploymentOfEndpoint<K extends string> extends Base<K> {
  /** Asset id of the model as given, lower-cased. */
  readonly model: string;
  readonly environmentId: string;
  readonly instanceType: string;
  /** Online only; absent = Enabled. */
  readonly egressPublicNetworkAccess: string;
  readonly appInsightsEnabled: boolean;
  readonly environmentVariableNames: readonly string[];
}
export type OnlineDeployment = DeploymentOfEndpoint<'onlineDeployment'>;
export type BatchDeployment = DeploymentOfEndpoint<'batchDeployment'>;

/** models/versions of a workspace or registry, newest first, bounded. */
export interface ModelVersion extends Base<'modelVersion'> {
  readonly modelName: string;
  readonly version: string;
  readonly modelType: string;
  readonly modelUri: string;
  readonly flavors: readonly string[];
  /** `flavors.python_function.data.loader_module`: what opens the model; '' when absent. */
  readonly loaderModule: string;
  /** `flavors.python_function.data.code` is set: Python files come with the model and are run. */
  readonly bundlesCode: boolean;
  readonly stage: string;
  readonly isArchived: boolean;
}

/** A package that an environment asks for. */
export interface PythonPackage {
  /** As PEP 503 writes it: lower case, runs of `-_.` as one hyphen. */
  readonly name: string;
  readonly ecosystem: 'PyPI' | 'conda';
  /** exact: one version; range: any that fits; none: the newest of the day; url: what an address holds. */
  readonly pinned: 'exact' | 'range' | 'none' | 'url';
  /** The one version as PEP 440 writes it, or the lower bound of a range; '' where there is none. */
  readonly version: string;
}

export interface EnvironmentVersion extends Base<'environmentVersion'> {
  readonly environmentName: string;
  readonly version: string;
  readonly image: string;
  readonly condaDigest: string;
  readonly condaChannels: readonly string[];
  /** What the conda file asks for, pip lines included; what an image holds is not read. */
  readonly packages: readonly PythonPackage[];
  /** Hosts of package indexes that pip lines add or put in the place of PyPI. */
  readonly packageIndexes: readonly string[];
  /** False where the conda file is of a shape that cannot be read. */
  readonly packagesRead: boolean;
  readonly isArchived: boolean;
}

/** One published flaw of one pinned package. */
export interface PackageAdvisory {
  readonly package: string;
  readonly version: string;
  /** CVE where there is one, else the id of the database that tells it. */
  readonly id: string;
  readonly severity: 'critical' | 'high' | 'medium' | 'low' | 'notTold';
  /** A `MAL-` entry: the package itself is an attack. */
  readonly malicious: boolean;
}

/** What advisories say of the pinned packages of an environment (opt-in). */
export interface EnvironmentAdvisories extends Base<'environmentAdvisories'> {
  /** Number of packages that were looked up. */
  readonly checked: number;
  /** Names without one version: nothing can be said of these. */
  readonly notChecked: readonly string[];
  readonly advisories: readonly PackageAdvisory[];
}

export interface MlRegistry extends Base<'mlRegistry'> {
  readonly publicNetworkAccess: Network['publicNetworkAccess'];
  readonly identity: Identity;
  readonly privateEndpointConnections: readonly PrivateEndpointConnection[];
  readonly regions: readonly string[];
  /** `regionDetails[].storageAccountDetails[].systemCreatedStorageAccount.allowBlobPublicAccess` true in any region. */
  readonly managedStorageAllowsPublicBlobs: boolean;
}

export interface MlKinds {
  readonly mlWorkspace: MlWorkspace;
  readonly compute: Compute;
  readonly datastore: Datastore;
  readonly onlineEndpoint: OnlineEndpoint;
  readonly batchEndpoint: BatchEndpoint;
  readonly serverlessEndpoint: ServerlessEndpoint;
  readonly onlineDeployment: OnlineDeployment;
  readonly batchDeployment: BatchDeployment;
  readonly modelVersion: ModelVersion;
  readonly environmentVersion: EnvironmentVersion;
  readonly environmentAdvisories: EnvironmentAdvisories;
  readonly mlRegistry: MlRegistry;
}
